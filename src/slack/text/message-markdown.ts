import { toString as wordsOf } from 'mdast-util-to-string';
import { treeToMarkdown } from './markdown.ts';
import { mrkdwnPassages } from './mrkdwn.ts';
import { passagesToTree } from './passages-to-tree.ts';
import { richTextPassages } from './rich-text.ts';

/**
 * The words of one Slack message as Markdown (CommonMark and GFM), from its rich text or, where that has no
 * words, from its `text`. Whatever was typed stays words: only the composer's own formatting and whole pipe
 * tables become structure, and a `mention:` link is always Slack's. Never throws; empty for no words.
 */
export function messageMarkdown(message: { text?: string | undefined; blocks?: unknown }): string {
  const composed = passagesToTree(richTextPassages(message.blocks));
  const tree = wordsOf(composed).trim() ? composed : passagesToTree(mrkdwnPassages(message.text ?? ''));
  return wordsOf(tree).trim() ? treeToMarkdown(tree) : '';
}
