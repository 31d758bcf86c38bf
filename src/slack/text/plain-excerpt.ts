import type { Link, Nodes } from 'mdast';
import { toString as labelOf } from 'mdast-util-to-string';
import { cleanLine } from './clean-text.ts';
import { markdownToTree } from './markdown.ts';

/** Nobody is named in an excerpt, and an id says nothing to a reader. */
function linkWords(link: Link): string {
  const label = labelOf(link);
  if (!link.url.startsWith('mention:')) return label;
  if (label.startsWith('#')) return 'a channel';
  return label.startsWith('@S') ? 'a group of colleagues' : 'a colleague';
}

const inline = new Set<Nodes['type']>(['paragraph', 'heading', 'emphasis', 'strong', 'delete', 'tableCell']);

function wordsOf(node: Nodes): string {
  if (node.type === 'link') return linkWords(node);
  if (node.type === 'break') return ' ';
  if ('children' in node) return node.children.map(wordsOf).join(inline.has(node.type) ? '' : ' ');
  return 'value' in node ? node.value : '';
}

/** Reading a long text takes seconds; what an excerpt shows, addresses of links included, stands in its start. */
function startOf(markdown: string, characters: number): string {
  if (markdown.length <= characters) return markdown;
  const start = markdown.slice(0, characters);
  return `${start.slice(0, Math.max(start.lastIndexOf('\n'), start.lastIndexOf(' ')))} …`;
}

/** Recorded Markdown on one plain line of at most so many characters (UTF-16 units), cut after a whole word. */
export function plainExcerpt(markdown: string, maxCharacters: number): string {
  const words = cleanLine(wordsOf(markdownToTree(startOf(markdown, 20 * maxCharacters))));
  if (words.length <= maxCharacters) return words;
  const space = words.lastIndexOf(' ', maxCharacters - 1);
  return `${cleanLine(words.slice(0, space > 0 ? space : maxCharacters - 1))}…`;
}
