import type { Nodes, Parents, PhrasingContent, Root } from 'mdast';

/** A numbered pointer to a source, printed "[1]". It stands right after what it supports. */
export type SourceReference = {
  type: 'sourceReference';
  /** Identity of the source: the same address is the same number. */
  url: string;
  /** What a person called it; empty when a fact of the pack is cited. */
  label: string;
  /** The facts of the pack that it stands for: none for a person's own link. */
  factIds: string[];
  /** 0 until the whole document is there to count in. */
  number: number;
};

declare module 'mdast' {
  interface PhrasingContentMap {
    sourceReference: SourceReference;
  }
  interface RootContentMap {
    sourceReference: SourceReference;
  }
}

/** A parent node, as opposed to one with a value of its own. */
const isParent = (node: Nodes): node is Parents => 'children' in node;

/** Every node under the given one, itself first, in the order in which a reader meets them. */
export function* nodesIn(node: Nodes): Generator<Nodes> {
  yield node;
  if (isParent(node)) for (const child of node.children) yield* nodesIn(child);
}

/** The references of a tree in reading order. */
export const referencesIn = (tree: Root): SourceReference[] =>
  [...nodesIn(tree)].filter((node) => node.type === 'sourceReference');

/** The words of phrasing content; a reference has none. */
export const wordsIn = (children: PhrasingContent[]): string =>
  children
    .map((child) => {
      if ('children' in child) return wordsIn(child.children);
      return 'value' in child ? child.value : '';
    })
    .join('');
