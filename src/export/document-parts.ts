import type { BlockContent, List, RootContent } from 'mdast';
import { nameless } from '../compile/clean-text.ts';
import { readMarkdown } from '../compile/read-markdown.ts';

/** The parts of a document that is not made from a layout; a string is text and never structure. */
export const heading = (depth: 1 | 2 | 3, value: string): RootContent => ({
  type: 'heading',
  depth,
  children: [{ type: 'text', value }],
});

export const paragraph = (value: string): BlockContent => ({
  type: 'paragraph',
  children: [{ type: 'text', value }],
});

export const list = (items: BlockContent[][]): List => ({
  type: 'list',
  ordered: false,
  spread: false,
  children: items.map((children) => ({ type: 'listItem', spread: false, children })),
});

/** The same of plain texts. */
export const said = (...values: string[]): List => list(values.map((value) => [paragraph(value)]));

/** Somebody's words, as they were typed; whom they mention has no name here. */
const quote = (text: string): BlockContent => ({
  type: 'blockquote',
  children: readMarkdown(
    text.replace(/\[[@#]\w+\]\(mention:(\w+)\)/g, (_, id: string) => nameless.mention(id)),
  ).children.filter(isBlock),
});

const isBlock = (node: RootContent): node is BlockContent =>
  ['paragraph', 'heading', 'list', 'blockquote', 'table', 'code', 'thematicBreak', 'html'].includes(
    node.type,
  );

/** What it is, and somebody's words in quotation; nothing where there are none. */
export const quoted = (what: string, text: string): BlockContent[] =>
  text === '' ? [] : [paragraph(what), quote(text)];
