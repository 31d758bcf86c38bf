import type { ReplyWords } from './reply-words.ts';

/** Two replies that say nearly the same; `difference` when a figure or a "not" sets them apart. */
export type SimilarPair = {
  one: ReplyWords;
  other: ReplyWords;
  /** Share of their words that both use, 0 to 1. */
  likeness: number;
  difference: 'numbers' | 'negations' | null;
};

const ENOUGH_SHARED = 4;
const ENOUGH_LIKENESS = 0.5;
/** A word of more replies than this points to nothing; the pairs that only such words share go unseen. */
const COMMON = 50;

const stopWords = new Set(
  `a about all also am an any are as at be because been being but by can could did do does for from get had has
  have he her here his how i if in into is it its just like make may me might more most much must my no not of on
  only or other our out over own really said same see she should so some such than that the their them then there
  these they thing this those through to too up us very was we were what when where which while who why will with
  would you your need needs want think know`.split(/\s+/),
);

/**
 * Pairs that say the same in other words, the most alike first. They are never merged: a person looks at them.
 * Compared by the stems of their content words, found by the seldom ones so that time grows with the replies.
 */
export function findSimilar(replies: ReplyWords[]): SimilarPair[] {
  const stems = replies.map(({ sorted }) => new Set(sorted.filter(isContent).map(stem)));
  const uses = new Map<string, number>();
  for (const word of stems.flatMap((words) => [...words])) uses.set(word, (uses.get(word) ?? 0) + 1);
  const pairs: SimilarPair[] = [];
  const index = new Map<string, number[]>();
  for (const [at, words] of stems.entries()) {
    const lists = pointers(words, uses).map((word) => listOf(index, word));
    const few = lists.filter(({ length }) => length <= COMMON);
    for (const before of new Set(few.flat())) {
      const pair = pairOf(replies, stems, before, at);
      if (pair !== null) pairs.push(pair);
    }
    for (const list of lists) list.push(at);
  }
  return pairs.sort((a, b) => b.likeness - a.likeness);
}

/** The seldom half of a reply's words, and one more: replies that share half of their words share one of these. */
function pointers(words: Set<string>, uses: Map<string, number>): string[] {
  if (words.size < ENOUGH_SHARED) return [];
  const seldomFirst = [...words].sort((a, b) => (uses.get(a) ?? 0) - (uses.get(b) ?? 0) || (a < b ? -1 : 1));
  return seldomFirst.slice(0, Math.floor(words.size * (1 - ENOUGH_LIKENESS)) + 1);
}

function listOf(index: Map<string, number[]>, word: string): number[] {
  const list = index.get(word) ?? [];
  index.set(word, list);
  return list;
}

function pairOf(
  replies: ReplyWords[],
  stems: Set<string>[],
  first: number,
  second: number,
): SimilarPair | null {
  const [one, other, left, right] = [replies[first], replies[second], stems[first], stems[second]];
  if (one === undefined || other === undefined || left === undefined || right === undefined) return null;
  if (Math.min(left.size, right.size) < ENOUGH_LIKENESS * Math.max(left.size, right.size)) return null;
  let shared = 0;
  for (const word of left) if (right.has(word)) shared += 1;
  const likeness = shared / (left.size + right.size - shared);
  if (shared < ENOUGH_SHARED || likeness < ENOUGH_LIKENESS) return null;
  return { one, other, likeness, difference: differenceOf(one, other) };
}

function differenceOf(one: ReplyWords, other: ReplyWords): SimilarPair['difference'] {
  if (one.numbers.join() !== other.numbers.join()) return 'numbers';
  return one.negations.join() === other.negations.join() ? null : 'negations';
}

const isContent = (word: string): boolean => word.length > 2 && /^\p{L}/u.test(word) && !stopWords.has(word);

/** Enough for "caseload" and "caseloads", "wait", "waits" and "waiting". */
const stem = (word: string): string =>
  word
    .replace(/'s$|'$/, '')
    .replace(/(?<=\p{L}{3})ies$/u, 'y')
    .replace(/(?<=\p{L}{4})(?:ing|ed|es)$/u, '')
    .replace(/(?<=\p{L}{3}[^s])[se]$/u, '');
