/** "one reply", "2 replies", "1,234 replies": GOV.UK numbers. */
export const counted = (count: number, one: string, many: string): string =>
  count === 1 ? `one ${one}` : `${count.toLocaleString('en-GB')} ${many}`;

/** "A", "A and B", "A, B and C". */
export const listed = (items: string[]): string =>
  items.length < 2 ? (items[0] ?? '') : `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`;

/** A title within a sentence: "Funding" is "funding", "CAMHS" stays. */
export const inSentence = (title: string): string =>
  title.replace(/^\p{Lu}(?=\p{Ll}|\s)/u, (letter) => letter.toLowerCase());
