import { isEnglishWord } from './english-words.ts';

/** From this many letters on two slips still leave a word that can be told. */
const LONG = 9;
const SHORT = 5;

/**
 * Whether two different words are one word and its misspelling: just one of the two is in the dictionary, they
 * begin alike, and one slip (two in a long word) makes one of the other. Two right words are never the same,
 * however alike: "contact" and "contract", "foster" and "faster".
 */
export function isTypo(one: string, other: string): boolean {
  const length = Math.min(one.length, other.length);
  if (length < SHORT || one[0] !== other[0] || !/^\p{L}+$/u.test(one + other)) return false;
  const allowed = length < LONG ? 1 : 2;
  if (Math.abs(one.length - other.length) > allowed || slips(one, other) > allowed) return false;
  return isEnglishWord(one) !== isEnglishWord(other);
}

/** Letters put in, left out, changed, or swapped with their neighbour (optimal string alignment). */
function slips(one: string, other: string): number {
  let before: number[] = [];
  let above = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (let row = 1; row <= one.length; row += 1) {
    const current = [row];
    for (let at = 1; at <= other.length; at += 1) {
      const isSame = one[row - 1] === other[at - 1];
      const isSwapped = one[row - 1] === other[at - 2] && one[row - 2] === other[at - 1];
      current[at] = Math.min(
        (above[at] ?? 0) + 1,
        (current[at - 1] ?? 0) + 1,
        (above[at - 1] ?? 0) + (isSame ? 0 : 1),
        isSwapped ? (before[at - 2] ?? 0) + 1 : Number.POSITIVE_INFINITY,
      );
    }
    [before, above] = [above, current];
  }
  return above[other.length] ?? 0;
}
