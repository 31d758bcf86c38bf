import type { Nodes } from 'mdast';
import { cleanText } from '../../../src/slack/text/clean-text.ts';
import { markdownToTree } from '../../../src/slack/text/markdown.ts';

/** Every node of recorded Markdown, as any reader of it would parse it. */
export const nodesOf = (node: Nodes): Nodes[] => [
  node,
  ...('children' in node ? node.children.flatMap(nodesOf) : []),
];

export const readBack = (markdown: string): Nodes[] => nodesOf(markdownToTree(markdown));

const blocks = new Set<Nodes['type']>(['root', 'blockquote']);

/** Its words: a break is a new line, blocks are a blank line apart. */
export function wordsOf(node: Nodes): string {
  if (node.type === 'break') return '\n';
  if ('children' in node) return node.children.map(wordsOf).join(blocks.has(node.type) ? '\n\n' : '');
  return 'value' in node ? node.value : '';
}

export const linksIn = (markdown: string): { url: string; label: string }[] =>
  readBack(markdown).flatMap((node) =>
    node.type === 'link' ? [{ url: node.url, label: wordsOf(node) }] : [],
  );

/** Typed text as it must come back: cleaned, lines without space at their ends, one blank line between paragraphs. */
export const tidy = (typed: string): string =>
  cleanText(typed)
    .split('\n')
    .map((line) => line.trim())
    .join('\n')
    .replace(/\n{2,}/g, '\n\n')
    .trim();
