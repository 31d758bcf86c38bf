/** "one reply", "2 replies", "1,234 replies": GOV.UK numbers. */
export const counted = (count: number, one: string, many: string): string =>
  count === 1 ? `one ${one}` : `${count.toLocaleString('en-GB')} ${many}`;

/** "A", "A and B", "A, B and C". */
export const listed = (items: string[]): string =>
  items.length < 2 ? (items[0] ?? '') : `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`;

/** A title within a sentence: "Funding" is "funding", "CAMHS" stays. */
export const inSentence = (title: string): string =>
  title.replace(/^\p{Lu}(?=\p{Ll}|\s)/u, (letter) => letter.toLowerCase());

/** As exact as a source is known: "25 February 2021", "May 2019", "2014". */
export function publishedOn(published: string): string {
  const [year, month, day] = published.split('-');
  if (year === undefined || month === undefined) return published;
  const name = new Date(`${year}-${month}-01T00:00:00Z`).toLocaleDateString('en-GB', {
    month: 'long',
    timeZone: 'UTC',
  });
  return [day === undefined ? '' : `${Number(day)}`, name, year].filter((part) => part !== '').join(' ');
}
