/** A sentence that begins or ends with one of these may speak of the one before it. */
const leaning = new Set(
  `no not never nor neither none nothing yes only except unless but or so then thus this that these those it its
  they them their he she him his her both same such instead otherwise however also too else`.split(/\s+/),
);

/**
 * Whether two texts of the same words also say the same: sentences in any order, and a whole sentence that begins
 * elsewhere ("Nationally, caseloads must be capped" and "Caseloads must be capped nationally"). A `fixed` word
 * ("not", "only", "16") never gets another neighbour. In doubt they are not the same.
 */
export function sameOrder(one: string[][], other: string[][], fixed: Set<string>): boolean {
  if (JSON.stringify(one) === JSON.stringify(other)) return true;
  return isResplit(one, other, fixed) || isReordered(one, other, fixed);
}

/** The same words in the same order with a stop more or less: "We cannot. Cap caseloads" is another matter. */
const isResplit = (one: string[][], other: string[][], fixed: Set<string>): boolean =>
  isEqual(one.flat(), other.flat()) && ![...one, ...other].some((words) => hasEdge(words, fixed));

function isReordered(one: string[][], other: string[][], fixed: Set<string>): boolean {
  if (one.length !== other.length) return false;
  if (one.length > 1 && one.some((words) => words.length === 1 || hasEdge(words, leaning))) return false;
  const left = [...other];
  return one.every((sentence) => {
    const at = left.findIndex((words) => isEqual(sentence, words) || isTurned(sentence, words, fixed));
    if (at !== -1) left.splice(at, 1);
    return at !== -1;
  });
}

/** The end of a sentence put before its beginning. Short ones are left: "support staff" is not "staff support". */
const isTurned = (one: string[], other: string[], fixed: Set<string>): boolean =>
  one.length > 3 &&
  one.length === other.length &&
  !hasEdge(one, fixed) &&
  !hasEdge(other, fixed) &&
  one.some((word, cut) => word === other[0] && isEqual([...one.slice(cut), ...one.slice(0, cut)], other));

const hasEdge = (words: string[], of: Set<string>): boolean =>
  of.has(words[0] ?? '') || of.has(words.at(-1) ?? '');

const isEqual = (one: string[], other: string[]): boolean =>
  one.length === other.length && one.every((word, at) => word === other[at]);
