import { type Match, matches } from './pattern.ts';

/** A sentence is looked at about so far to either side, in UTF-16 units, however long it is. */
const reach = 240;

/** A line break, or the mark of an end before a blank; the dots of "J.S.", "St." and "d.o.b." end nothing. */
const sentenceEnd =
  /\n|[!?](?=\s)|\.(?=\s)(?<!\b(?:\p{L}|[Ss]t|[Mm]rs?|[Mm]s|[Dd]r|[Nn]o|yrs?|mths?|DOB|dob)\.)/gu;

type Part = Pick<Match, 'start' | 'end'>;

/** What stands before a part, in its sentence, at most so many units. */
export function before(text: string, { start }: Part, units = reach): string {
  const slice = text.slice(Math.max(0, start - units), start);
  let from = 0;
  for (const { end } of matches(sentenceEnd, slice)) from = end;
  return slice.slice(from);
}

/** What stands after a part, in its sentence, at most so many units. */
export function after(text: string, { end }: Part, units = reach): string {
  const slice = text.slice(end, end + units);
  sentenceEnd.lastIndex = 0;
  return slice.slice(0, sentenceEnd.exec(slice)?.index ?? slice.length);
}

/**
 * The sentence that a part stands in; of a very long one what stands in the same `reach` of the text and beside it, so
 * that parts near each other are in the same.
 */
export function sentenceOf(text: string, part: Part): string {
  const from = part.start - (part.start % reach) - reach;
  const to = part.end - (part.end % reach) + 2 * reach;
  const start = part.start - before(text, part, part.start - from).length;
  return text.slice(start, part.end + after(text, part, to - part.end).length);
}
