import { sentAt } from '../domain/contribution.ts';
import { longDate } from '../domain/dates.ts';
import type { Arranged } from './arrange.ts';
import { printedItems } from './printed-items.ts';
import { counted } from './say.ts';
import type { GatheredView } from './view.ts';

/** How many people said how much of what is printed, and when. Null when nobody has yet. */
export function gatheredView(arranged: Arranged, zone: string): GatheredView | null {
  const items = printedItems(arranged);
  const replies = items.flatMap(({ printed, same }) => [printed, ...same]);
  const times = replies
    .map(({ contribution }) => contribution.messageTs)
    .sort((a, b) => Number(a) - Number(b));
  const [first] = times;
  const last = times.at(-1);
  if (first === undefined || last === undefined) return null;
  const [from, to] = [longDate(sentAt(first), zone), longDate(sentAt(last), zone)];
  const merged = replies.length - items.length;
  return {
    people: counted(
      new Set(replies.map(({ contribution }) => contribution.authorId)).size,
      'person',
      'people',
    ),
    replies: counted(replies.length, 'reply', 'replies'),
    from,
    to: from === to ? '' : to,
    merged: merged === 0 ? '' : counted(merged, 'reply', 'replies'),
  };
}
