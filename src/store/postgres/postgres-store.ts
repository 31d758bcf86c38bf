import { createInOrder } from '../in-order.ts';
import type { Store } from '../store.ts';
import { useUntilClosed } from '../use-until-closed.ts';
import { createAlone } from './alone.ts';
import { checkWritable } from './check-writable.ts';
import { onConnection } from './connect.ts';
import { openDatabase } from './database.ts';
import { keepRecords } from './keep-records.ts';
import { migrate } from './migrate.ts';
import { placesHolding } from './places-holding.ts';
import { createReader } from './reader.ts';

/**
 * The store in a PostgreSQL database, in a schema of its own that it makes and brings up to date: for several
 * processes at once, on as many machines. Throws a SetupError, everything untouched, when the database cannot be
 * reached or used, is of a newer version, or is not as we left it. Every failure later is the driver's own error, and
 * the next call starts afresh.
 */
export const openPostgresStore = async (databaseUrl: string): Promise<Store> => {
  await onConnection(databaseUrl, migrate);
  const database = openDatabase(databaseUrl);
  const { use, close } = useUntilClosed(database, database.end);
  const { alone, aloneInBackground, end } = createAlone(databaseUrl);
  const reader = createReader(databaseUrl);
  const inOrder = createInOrder();
  return {
    ...keepRecords(use),
    placesHolding: (texts) => use(() => inOrder('search', () => searchApart(databaseUrl, texts))),
    alone,
    aloneInBackground,
    isReader: reader.isReader,
    check: () => use(checkWritable),
    close: async () => {
      end();
      await Promise.all([close(), reader.end()]);
    },
  };
};

/** It reads everything, so it does on a connection of its own: the rest of the store never waits for one of its. */
const searchApart = async (databaseUrl: string, texts: readonly string[]): Promise<string[]> => {
  const database = openDatabase(databaseUrl);
  try {
    return await placesHolding(database, texts);
  } finally {
    await database.end();
  }
};
