import type { Database } from './database.ts';
import { readOnlyDatabase } from './setup-errors.ts';
import { statement } from './statement.ts';

const readOnly = statement<{ readOnly: string }>(
  'is-read-only',
  `select current_setting('transaction_read_only') as "readOnly"`,
);

/** Rejects when the server does not answer or, as a standby does, takes no changes. */
export const checkWritable = async ({ query }: Database): Promise<void> => {
  const [row] = await query(readOnly);
  if (row?.readOnly !== 'off') throw readOnlyDatabase();
};
