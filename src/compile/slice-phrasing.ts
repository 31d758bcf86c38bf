import type { PhrasingContent } from 'mdast';
import { wordsIn } from './reference-node.ts';

const lengthOf = (child: PhrasingContent): number => wordsIn([child]).length;

/**
 * The part of phrasing content between two places in its words, with the emphasis and links around it. What
 * has no words (a reference) belongs to what it follows.
 */
export function slicePhrasing(children: PhrasingContent[], from: number, to: number): PhrasingContent[] {
  let start = 0;
  return children.flatMap((child): PhrasingContent[] => {
    const [begin, end] = [start, start + lengthOf(child)];
    start = end;
    if (begin === end) return (end > from || from === 0) && end <= to ? [{ ...child }] : [];
    if (end <= from || begin >= to) return [];
    const [first, last] = [Math.max(0, from - begin), to - begin];
    if ('children' in child) return [{ ...child, children: slicePhrasing(child.children, first, last) }];
    return 'value' in child ? [{ ...child, value: child.value.slice(first, last) }] : [child];
  });
}

/** The same content with nodes put in at places in its words, given in order. */
export function insertPhrasing(
  children: PhrasingContent[],
  insertions: { at: number; node: PhrasingContent }[],
): PhrasingContent[] {
  const parts = insertions.flatMap(({ at, node }, index) => [
    ...slicePhrasing(children, insertions[index - 1]?.at ?? 0, at),
    node,
  ]);
  const rest = insertions.at(-1)?.at ?? 0;
  return [...parts, ...slicePhrasing(children, rest, Number.POSITIVE_INFINITY)];
}
