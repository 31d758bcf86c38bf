import type { Reading } from './reading.ts';

/** Whether a web address holds any of a part of the text: halves the ordered list, for texts full of links. */
export function isInLink(
  { links }: Pick<Reading, 'links'>,
  { start, end }: { start: number; end: number },
): boolean {
  let low = 0;
  let high = links.length;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if ((links[middle]?.end ?? 0) <= start) low = middle + 1;
    else high = middle;
  }
  return (links[low]?.start ?? end) < end;
}
