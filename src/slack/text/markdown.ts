import type { Root } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown, gfmToMarkdown } from 'mdast-util-gfm';
import { toMarkdown } from 'mdast-util-to-markdown';
import { gfm } from 'micromark-extension-gfm';

const extensions = [gfmToMarkdown({ tablePipeAlign: false })];

/** The one way in which a message's tree becomes text: no blank line at the end, tables not padded. */
export const treeToMarkdown = (tree: Root): string =>
  toMarkdown(tree, { bullet: '-', emphasis: '_', extensions }).trimEnd();

/** Recorded Markdown (CommonMark and GFM) as a tree. */
export const markdownToTree = (markdown: string): Root =>
  fromMarkdown(markdown, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });
