import type { BlockContent, ListItem, Paragraph } from 'mdast';
import { wordsIn } from './reference-node.ts';
import { slicePhrasing } from './slice-phrasing.ts';
import { tidyPhrasing } from './tidy-phrasing.ts';

/** A bullet that was typed or pasted at the start of a line. */
const bullet = /^(?:[•◦▪‣●○·]\s*|[-–—*]\s+)/;

/** Lines with a typed bullet as the list that they were meant to be. */
export function typedLists(lines: Paragraph[]): BlockContent[] {
  const blocks: BlockContent[] = [];
  for (const line of lines) {
    const mark = bullet.exec(wordsIn(line.children))?.[0];
    const last = blocks.at(-1);
    if (mark === undefined) blocks.push(line);
    else if (last?.type === 'list') last.children.push(itemOf(line, mark));
    else blocks.push({ type: 'list', ordered: false, spread: false, children: [itemOf(line, mark)] });
  }
  return blocks;
}

function itemOf({ children }: Paragraph, mark: string): ListItem {
  const words = tidyPhrasing(slicePhrasing(children, mark.length, Number.POSITIVE_INFINITY));
  return { type: 'listItem', spread: false, children: [{ type: 'paragraph', children: words }] };
}
