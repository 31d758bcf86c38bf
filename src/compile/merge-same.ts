import type { ReplyWords } from './reply-words.ts';
import { sameOrder } from './same-order.ts';
import { isTypo } from './typo.ts';
import type { Uses } from './word-uses.ts';

/** Replies that say the same in the same words. The first was sent first: its words are printed. */
export type Same = [ReplyWords, ...ReplyWords[]];

/**
 * Brings together replies that are the same but for typos, order or politeness. Never those that differ in
 * theme, kind, numbers, negations, links, mentions, files or an editor's wording. Keeps the order it is given.
 */
export function mergeSame(replies: ReplyWords[], uses: Uses): Same[] {
  const merged: Same[] = [];
  const index = new Map<string, Same[]>();
  for (const words of replies) {
    const lists = keysOf(words, uses).map((key) => {
      const list = index.get(key) ?? [];
      index.set(key, list);
      return list;
    });
    const same = lists.flat().find(([first]) => isSame(first, words, uses));
    if (same !== undefined) {
      same.push(words);
      continue;
    }
    const own: Same = [words];
    merged.push(own);
    for (const list of lists) list.push(own);
  }
  return merged;
}

/** At most one misspelt pair for every six words, but one in a short sentence and two in an ordinary one. */
function slipsAllowed(count: number): number {
  if (count < 3) return 0;
  return count < 6 ? 1 : Math.max(2, Math.floor(count / 6));
}

/**
 * Two replies of n words with at most k misspelt pairs share a word among the k + 1 first of each, in any order
 * that is the same for all; seldom words first keeps the lists short.
 */
function keysOf({ block, sorted }: ReplyWords, uses: Uses): string[] {
  const seldomFirst = sorted.toSorted((one, other) => uses(one) - uses(other));
  return [...new Set(seldomFirst.slice(0, slipsAllowed(sorted.length) + 1))].map(
    (word) => `${block} ${word}`,
  );
}

function isSame(first: ReplyWords, other: ReplyWords, uses: Uses): boolean {
  const missing = without(first.sorted, other.sorted);
  if (missing.length > slipsAllowed(first.sorted.length)) return false;
  const corrections = new Map<string, string>();
  for (const word of without(other.sorted, first.sorted)) {
    const at = missing.findIndex((one) => isTypo(one, word) && isSlip(one, word, uses));
    const meant = missing.splice(at, at === -1 ? 0 : 1)[0];
    if (meant === undefined) return false;
    corrections.set(word, meant);
  }
  const correct = (word: string) => corrections.get(word) ?? word;
  const corrected = other.sentences.map((words) => words.map(correct));
  return sameOrder(first.sentences, corrected, new Set([...first.fixed, ...other.fixed.map(correct)]));
}

/** A slip of the hand happens once; what is written twice is meant, a name or a term of the field. */
const isSlip = (one: string, other: string, uses: Uses): boolean => uses(one) === 1 || uses(other) === 1;

/** What is in the first list and not in the second, each as often as it is missing. */
function without(words: string[], others: string[]): string[] {
  const left = new Map<string, number>();
  for (const word of others) left.set(word, (left.get(word) ?? 0) + 1);
  return words.filter((word) => {
    const count = left.get(word) ?? 0;
    left.set(word, count - 1);
    return count <= 0;
  });
}
