import type { Link, Nodes, Root } from 'mdast';
import { gfmToMarkdown } from 'mdast-util-gfm';
import { defaultHandlers, type Handle, toMarkdown as serialise } from 'mdast-util-to-markdown';

/** A document's tree as Markdown, with one line end at its end. The same tree gives the same text. */
export const toMarkdown = (tree: Root): string =>
  `${serialise(tree, {
    bullet: '-',
    rule: '-',
    emphasis: '_',
    listItemIndent: 'one',
    extensions: [gfmToMarkdown()],
    handlers: { sourceReference, link },
  }).trimEnd()}\n`;

/** " [1]": escaped where what follows would make a link of it. It never begins a paragraph, so a colon does not. */
const sourceReference: Handle & { peek?: Handle } = (node: Nodes, _parent, _state, info) => {
  if (node.type !== 'sourceReference') return '';
  const space = /\s$/.test(info.before) ? '' : ' ';
  return `${space}${/^[[(]/.test(info.after) ? '\\' : ''}[${node.number}]`;
};
sourceReference.peek = () => ' ';

/** Addresses keep their "&" as it is where nothing can take it for an entity, so that they can be copied. */
const link: Handle & { peek?: Handle } = (node: Link, parent, state, info) => {
  const printed = defaultHandlers.link(node, parent, state, info);
  return /;|&.*\]\(/.test(printed) ? printed : printed.replaceAll('\\&', '&');
};
if (defaultHandlers.link.peek !== undefined) link.peek = defaultHandlers.link.peek;
