import { seekerOf } from '../texts-in.ts';
import type { Database, Query } from './database.ts';
import { recordTables } from './migrations.ts';
import type { RecordRow } from './read-records.ts';
import { statement } from './statement.ts';
import { takeTurns } from './take-turns.ts';

type Table = (typeof recordTables)[number];
type IsSought = (row: RecordRow) => Promise<boolean>;

const holds = async (query: Query, table: Table, isSought: IsSought): Promise<boolean> => {
  const cursor = `rows_of_${table}`;
  await query(
    statement(
      `read all ${table}`,
      `declare ${cursor} no scroll cursor for select record::text from soundings.${table}`,
    ),
  );
  const next = statement<RecordRow>(`read more ${table}`, `fetch 100 from ${cursor}`);
  for (let rows = await query(next); rows.length > 0; rows = await query(next)) {
    for (const row of rows) if (await isSought(row)) return true;
  }
  return false;
};

/**
 * The tables whose rows hold one of these texts, sorted, as of one moment. What PostgreSQL itself still keeps of rows
 * that were rewritten, until it vacuums, in its log and in backups, it shows to nobody.
 */
export const placesHolding = async (database: Database, texts: readonly string[]): Promise<string[]> => {
  const isHeldIn = seekerOf(texts);
  if (isHeldIn === null) return [];
  const inTurn = takeTurns();
  const isSought: IsSought = async ({ record }) => {
    await inTurn(record.length);
    return isHeldIn(record);
  };
  return database.transaction('isolation level repeatable read, read only', async (query) => {
    const places: string[] = [];
    for (const table of recordTables)
      if (await holds(query, table, isSought)) places.push(`soundings.${table}`);
    return places.toSorted();
  });
};
