import type { Match } from './pattern.ts';

/** A sentence is looked at this far to either side, in UTF-16 units, however long it is. */
const reach = 240;

/** A line break, or the mark of an end before a blank; the dots of "J.S.", "St." and "d.o.b." end nothing. */
const sentenceEnd =
  /\n|[!?](?=\s)|\.(?=\s)(?<!\b(?:\p{L}|[Ss]t|[Mm]rs?|[Mm]s|[Dd]r|[Nn]o|yrs?|mths?|DOB|dob)\.)/gu;

type Part = Pick<Match, 'start' | 'end'>;

/** What stands before a part, in its sentence, at most so many units. */
export function before(text: string, { start }: Part, units = reach): string {
  const slice = text.slice(Math.max(0, start - units), start);
  let from = 0;
  for (const end of slice.matchAll(sentenceEnd)) from = end.index + 1;
  return slice.slice(from);
}

/** What stands after a part, in its sentence, at most so many units. */
export function after(text: string, { end }: Part, units = reach): string {
  const slice = text.slice(end, end + units);
  sentenceEnd.lastIndex = 0;
  return slice.slice(0, sentenceEnd.exec(slice)?.index ?? slice.length);
}

/** The sentence that a part stands in. */
export const sentenceOf = (text: string, part: Part): string =>
  before(text, part) + text.slice(part.start, part.end) + after(text, part);
