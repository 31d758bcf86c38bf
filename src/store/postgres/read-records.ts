import type { z } from 'zod';
import { describeMismatch } from '../bad-file.ts';
import { deepFreeze } from '../seal.ts';
import { takeTurns } from './take-turns.ts';

/** A record as its row gives it: the JSON text as it was written. */
export type RecordRow = { record: string };

/**
 * The record of a row, frozen; a field that is newer than the row has its default. Throws when it is not in the form
 * that we write, without a word of it.
 */
export const readRecord = <T>(schema: z.ZodType<T>, { record }: RecordRow): T => {
  const parsed = schema.safeParse(JSON.parse(record));
  if (!parsed.success) {
    const mismatch = describeMismatch(parsed.error);
    throw new Error(`A record in the database is not in the form that Soundings writes (${mismatch}).`);
  }
  return deepFreeze(parsed.data);
};

/** The record of the one row, or null when there is none. */
export const readOne = <T>(schema: z.ZodType<T>, [row]: readonly RecordRow[]): T | null =>
  row ? readRecord(schema, row) : null;

/** The records of many rows, in their order, read in turns with other work. */
export const readRecords = async <T>(schema: z.ZodType<T>, rows: readonly RecordRow[]): Promise<T[]> => {
  const inTurn = takeTurns();
  const records: T[] = [];
  for (const row of rows) {
    await inTurn(row.record.length);
    records.push(readRecord(schema, row));
  }
  return records;
};
