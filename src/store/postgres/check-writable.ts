import type { Database } from './database.ts';
import { statement } from './statement.ts';

const probe = statement(
  'probe',
  `insert into soundings.probe (number) values (1)
  on conflict (number) do update set probed_at = excluded.probed_at`,
);

/** Commits a change. Rejects when that cannot be done: on a standby, on a full disk, without an answer. */
export const checkWritable = async ({ query }: Database): Promise<void> => {
  await query(probe);
};
