import type { ExportRecord } from '../domain/consultation.ts';
import { type Arranged, type Item, itemsOf } from './arrange.ts';

/** Everything that a submission prints, in its order. */
export const printedItems = ({ sections, coveringNote }: Arranged): Item[] => [
  ...sections.flatMap(({ groups }) => itemsOf(groups)),
  ...itemsOf(coveringNote),
];

/** What a document stands on, by reference, with the hash of the words that it prints and where it prints them. */
export const printedReplies = (items: Item[]): ExportRecord['printed'] =>
  items.flatMap(({ printed, same, kind, themeId }) =>
    [printed, ...same].map(({ ref, hash }) => ({ ref, hash, place: `${themeId}/${kind}` })),
  );
