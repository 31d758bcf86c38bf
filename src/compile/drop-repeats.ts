import type { PhrasingContent } from 'mdast';
import { nodesIn, type SourceReference } from './reference-node.ts';

/**
 * The same words without the second marker of a sentence that links to a source and cites a fact of it. Two
 * figures of one source keep a marker each: beside a figure of our own, a reader must see which is which.
 */
export function dropRepeats(children: PhrasingContent[]): PhrasingContent[] {
  let inSentence = new Map<string, SourceReference>();
  const repeated = new Set<SourceReference>();
  for (const node of children.flatMap((child) => [...nodesIn(child)])) {
    if (node.type === 'text' && /[.!?](?:\s|$)/.test(node.value)) inSentence = new Map();
    if (node.type !== 'sourceReference') continue;
    const first = inSentence.get(node.url);
    const isOtherKind = first !== undefined && isFigure(first) !== isFigure(node);
    if (first === undefined || !isOtherKind) inSentence.set(node.url, node);
    else {
      first.factIds.push(...node.factIds);
      repeated.add(node);
    }
  }
  return without(children, repeated);
}

const isFigure = ({ factIds }: SourceReference): boolean => factIds.length > 0;

const without = (children: PhrasingContent[], dropped: Set<SourceReference>): PhrasingContent[] =>
  children
    .filter((child) => child.type !== 'sourceReference' || !dropped.has(child))
    .map((child) =>
      'children' in child
        ? ({ ...child, children: without(child.children, dropped) } as PhrasingContent)
        : child,
    );
