import { createInOrder } from '../in-order.ts';
import { onConnection, tellingWhere, troubleAt } from '../postgres/connect.ts';
import { openDatabase, type Query } from '../postgres/database.ts';
import { keepRecords } from '../postgres/keep-records.ts';
import { migrate } from '../postgres/migrate.ts';
import { recordTables } from '../postgres/migrations.ts';
import { usedDatabase } from '../postgres/setup-errors.ts';
import { statement } from '../postgres/statement.ts';
import type { Fill } from './fill-folder.ts';
import { readRows } from './read-database.ts';
import { writeRecords } from './write-record.ts';

const tables = recordTables.map((table) => `soundings.${table}`);

const lockTables = statement('lock all tables', `lock table ${tables.join(', ')} in exclusive mode`);

const findAny = statement<{ isUsed: boolean }>(
  'find any record',
  `select ${tables.map((table) => `exists (select from ${table})`).join(' or ')} as "isUsed"`,
);

/**
 * Fills a store in PostgreSQL that holds nothing yet, all or nothing: in one transaction, for which everybody else's writing waits.
 * Throws a SetupError when there is something in it already, or when it cannot be used.
 */
export const fillDatabase = (databaseUrl: string, fill: Fill): Promise<void> =>
  tellingWhere(databaseUrl, async () => {
    await onConnection(databaseUrl, migrate);
    const database = openDatabase(databaseUrl);
    try {
      await database.transaction('isolation level read committed', async (query) => {
        await query(lockTables);
        const [found] = await query(findAny);
        if (found?.isUsed !== false) throw usedDatabase();
        await fillWithin(oneAtATime(query), fill, troubleAt(databaseUrl));
      });
    } finally {
      await database.end();
    }
  });

/** A connection does one thing after the other. */
const oneAtATime = (query: Query): Query => {
  const inOrder = createInOrder();
  return (asked, values) => inOrder('query', () => query(asked, values));
};

const fillWithin = (query: Query, fill: Fill, trouble: (error: unknown) => unknown): Promise<void> => {
  const database = {
    query,
    transaction: <T>(_mode: string, work: (within: Query) => Promise<T>) => work(query),
    end: async () => undefined,
  };
  const records = keepRecords((work) => work(database));
  return fill({
    write: (copy) => writeRecords(records, copy, trouble),
    read: (take) => readRows(query, take),
  });
};
