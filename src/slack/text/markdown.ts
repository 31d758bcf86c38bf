import type { Root } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown, gfmToMarkdown } from 'mdast-util-gfm';
import { type Handle, toMarkdown } from 'mdast-util-to-markdown';
import { gfm } from 'micromark-extension-gfm';

/** An e-mail address in angle brackets is a link (CommonMark 6.5), also one whose first character is no letter. */
const addresses = {
  unsafe: [{ character: '<', after: "[\\w.!#$%&'*+/=?^`{|}~-]+@", inConstruct: 'phrasing' as const }],
};

/**
 * An underscore after the second half of a character such as an emoji: mdast-util-to-markdown 2.2.3 takes it for one within a
 * word, also where it then makes that character a reference, and words were italic that nobody had made so.
 */
const text: Handle = ({ value }, _parent, state, info) =>
  state
    .safe(value, info)
    .replace(/(?<=[\uDC00-\uDFFF])_+/g, (underscores) => underscores.replaceAll('_', '\\_'));

const extensions = [gfmToMarkdown({ tablePipeAlign: false }), addresses, { handlers: { text } }];

/** The one way in which a message's tree becomes text: no blank line at the end, tables not padded. */
export const treeToMarkdown = (tree: Root): string =>
  toMarkdown(tree, { bullet: '-', emphasis: '_', extensions }).trimEnd();

/** Recorded Markdown (CommonMark and GFM) as a tree. */
export const markdownToTree = (markdown: string): Root =>
  fromMarkdown(markdown, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });
