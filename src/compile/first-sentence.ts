import type { BlockContent, ListItem, Paragraph, PhrasingContent } from 'mdast';
import { capitalised } from './polish.ts';
import { wordsIn } from './reference-node.ts';
import { sentences } from './sentences.ts';
import { slicePhrasing } from './slice-phrasing.ts';
import { tidyPhrasing } from './tidy-phrasing.ts';

/** The first sentence of a text, for a summary. One that leads into a list takes the list with it. */
export function firstSentence(blocks: BlockContent[]): Paragraph {
  const [first, second] = blocks;
  if (first?.type === 'list') return paragraph(capitalised(itemsInLine(first.children)));
  if (first?.type === 'blockquote' || first?.type === 'table') return firstSentence(paragraphsIn(first));
  if (first?.type !== 'paragraph') return paragraph([]);
  const words = wordsIn(first.children);
  const end = sentences(words)[0]?.end ?? words.length;
  if (end === words.length && words.endsWith(':') && second?.type === 'list') {
    return paragraph([...first.children, { type: 'text', value: ' ' }, ...itemsInLine(second.children)]);
  }
  return paragraph(slicePhrasing(first.children, 0, end));
}

const paragraph = (children: PhrasingContent[]): Paragraph => ({
  type: 'paragraph',
  children: tidyPhrasing(children),
});

function paragraphsIn(block: Extract<BlockContent, { type: 'blockquote' | 'table' }>): BlockContent[] {
  if (block.type === 'table') {
    return block.children.flatMap((row) =>
      row.children.map((cell): Paragraph => ({ type: 'paragraph', children: cell.children })),
    );
  }
  return block.children.filter((child) =>
    ['paragraph', 'list', 'blockquote', 'table'].includes(child.type),
  ) as BlockContent[];
}

/** "a; b; c." */
function itemsInLine(items: ListItem[]): PhrasingContent[] {
  const lines = items.flatMap(({ children }) =>
    children[0]?.type === 'paragraph' ? [children[0].children] : [],
  );
  const joined = lines.flatMap((line, at): PhrasingContent[] => {
    const kept = slicePhrasing(line, 0, wordsIn(line).replace(/[\s.,;:]+$/, '').length);
    return [...kept, { type: 'text', value: at === lines.length - 1 ? '.' : '; ' }];
  });
  return joined;
}
