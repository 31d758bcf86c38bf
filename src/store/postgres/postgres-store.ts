import type { Store } from '../store.ts';
import { createAlone } from './alone.ts';
import { checkWritable } from './check-writable.ts';
import { onConnection } from './connect.ts';
import { openDatabase } from './database.ts';
import { keepRecords } from './keep-records.ts';
import { migrate } from './migrate.ts';
import { placesHolding } from './places-holding.ts';
import { useDatabase } from './use-database.ts';

/**
 * The store in a PostgreSQL database, in a schema of its own that it makes and brings up to date: for several
 * processes at once, on as many machines. Throws a SetupError, everything untouched, when the database cannot be
 * reached or used, is of a newer version, or is not as we left it. Every failure later is the driver's own error, and
 * the next call starts afresh.
 */
export const openPostgresStore = async (databaseUrl: string): Promise<Store> => {
  await onConnection(databaseUrl, migrate);
  const { use, close } = useDatabase(openDatabase(databaseUrl));
  const { alone, end } = createAlone(databaseUrl);
  return {
    ...keepRecords(use),
    placesHolding: (texts) => use((database) => placesHolding(database, texts)),
    alone,
    check: () => use(checkWritable),
    close: () => {
      end();
      return close();
    },
  };
};
