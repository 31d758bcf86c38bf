/** Words of one letter's difference that are both right, and that a busy hand may leave out of a vocabulary. */
const confusable = new Set(
  `county country though through thorough foster faster adopt adapt adopted adapted costs coasts staff stuff
  trail trial quite quiet casual causal marital martial statue statute council counsel desert dessert public
  career carer careers carers angel angle there three other order moral morale precede proceed affect effect
  whether weather severe sever place pace except expect minister minster respite despite`.split(/\s+/),
);

/**
 * Whether two different words are one word and its misspelling. Careful on purpose: two words that mean
 * different things must never pass, so both begin and end alike, are long enough for the number of slips
 * (one from five letters, two from nine), and in a short word only a slip of order or a missing letter counts.
 */
export function isTypo(one: string, other: string): boolean {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  if (short.length < 5 || long.length - short.length > 2) return false;
  if (!/^\p{L}+$/u.test(short) || !/^\p{L}+$/u.test(long)) return false;
  if (short[0] !== long[0] || short.at(-1) !== long.at(-1)) return false;
  if (confusable.has(one) && confusable.has(other)) return false;
  const slips = distance(short, long);
  if (slips === 1) return short.length !== long.length || short.length >= 7 || isSwap(short, long);
  return slips === 2 && short.length >= 9;
}

const isSwap = (one: string, other: string): boolean =>
  [...one].sort().join('') === [...other].sort().join('');

/** Damerau-Levenshtein (optimal string alignment): letters put in, left out, changed or swapped with a neighbour. */
function distance(one: string, other: string): number {
  let [before, last]: number[][] = [[], Array.from({ length: other.length + 1 }, (_, column) => column)];
  for (let row = 1; row <= one.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= other.length; column += 1) {
      const cost = one[row - 1] === other[column - 1] ? 0 : 1;
      const isSwapped =
        row > 1 && column > 1 && one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1];
      current[column] = Math.min(
        (last?.[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (last?.[column - 1] ?? 0) + cost,
        isSwapped ? (before?.[column - 2] ?? 0) + 1 : Number.POSITIVE_INFINITY,
      );
    }
    [before, last] = [last, current];
  }
  return last?.[other.length] ?? 0;
}
