import type { Reading } from './reading.ts';

type Part = { start: number; end: number };

/** Whether a web address holds any of a part of the text. */
export const isInLink = ({ links }: Pick<Reading, 'links'>, part: Part): boolean => overlapsAny(links, part);

/** Whether a part overlaps one of a list that is in order and apart: halves the list, for texts full of them. */
export function overlapsAny(parts: readonly Part[], { start, end }: Part): boolean {
  let low = 0;
  let high = parts.length;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if ((parts[middle]?.end ?? 0) <= start) low = middle + 1;
    else high = middle;
  }
  return (parts[low]?.start ?? end) < end;
}
