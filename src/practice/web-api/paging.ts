import type { Payload } from '../payload.ts';
import { Refusal } from '../refusal.ts';

const usualPage = 100;
const largestPage = 1_000;

type Wish = { cursor?: string | undefined; limit?: number | undefined };

/** One page of a list, and the cursor of the next ("" after the last). */
export const pageOf = <T>(all: readonly T[], { cursor, limit = usualPage }: Wish) => {
  if (limit < 1 || limit > largestPage) throw new Refusal('invalid_limit');
  const start = cursor === undefined || cursor === '' ? 0 : positionOf(cursor);
  const end = start + limit;
  const next = end < all.length ? Buffer.from(`next:${end}`).toString('base64') : '';
  const metadata: Payload = { next_cursor: next };
  return { items: all.slice(start, end), hasMore: next !== '', metadata };
};

const positionOf = (cursor: string): number => {
  const [, position] = /^next:(\d+)$/.exec(Buffer.from(cursor, 'base64').toString()) ?? [];
  if (position === undefined) throw new Refusal('invalid_cursor');
  return Number(position);
};
