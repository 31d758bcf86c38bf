import type { BlockContent, Root } from 'mdast';
import { chunk } from './chunk.ts';
import { nestLists } from './nest-lists.ts';
import type { ListPassage, Passage } from './passage.ts';
import { prose } from './prose.ts';
import { tableOf } from './table.ts';

function blocksOf(passage: Exclude<Passage, ListPassage>): BlockContent[] {
  switch (passage.kind) {
    case 'prose':
      return prose(passage.runs);
    case 'code':
      return passage.text.trim() ? [{ type: 'code', value: passage.text.replace(/^\n|\n$/g, '') }] : [];
    case 'table':
      return passage.rows.length > 0 ? [tableOf(passage.rows)] : [];
  }
}

/** Lists that follow one another are one tree of lists; everything else stands for itself. */
const flow = (passages: Passage[]): BlockContent[] =>
  chunk(passages, ({ kind }) => kind === 'list').flatMap(({ items }) => [
    ...nestLists(items.filter((item) => item.kind === 'list')),
    ...items.filter((item) => item.kind !== 'list').flatMap(blocksOf),
  ]);

/** A message as one Markdown tree; what is quoted without a gap is one quotation. */
export const passagesToTree = (passages: Passage[]): Root => ({
  type: 'root',
  children: chunk(passages, ({ quoted }) => quoted).flatMap(({ key: quoted, items }): BlockContent[] => {
    const children = flow(items);
    return quoted && children.length > 0 ? [{ type: 'blockquote', children }] : children;
  }),
});
