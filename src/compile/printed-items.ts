import { type Arranged, type Item, itemsOf } from './arrange.ts';

/** A recommendation with its number in the document. */
export type Numbered = { label: string; item: Item };

/** Everything that a submission prints, in its order. */
export const printedItems = ({ sections, coveringNote }: Arranged): Item[] => [
  ...sections.flatMap(({ groups }) => itemsOf(groups)),
  ...itemsOf(coveringNote),
];

/** R1, R2 and so on across the document, in its order. */
export const numberedRecommendations = (arranged: Arranged): Numbered[] =>
  printedItems(arranged)
    .filter(({ kind }) => kind === 'recommendation')
    .map((item, at) => ({ label: `R${at + 1}`, item }));

/** What a document stands on, by reference, with the hash of the words that it prints. */
export const printedReplies = (items: Item[]): { ref: string; hash: string }[] =>
  items.flatMap(({ printed, same }) => [printed, ...same].map(({ ref, hash }) => ({ ref, hash })));
