import { onTestFinished } from 'vitest';
import { openPostgresStore } from '../../../src/store/postgres/postgres-store.ts';
import type { Store } from '../../../src/store/store.ts';

/** A store on a database, closed with the test. */
export const opened = async (url: string): Promise<Store> => {
  const store = await openPostgresStore(url);
  onTestFinished(() => store.close());
  return store;
};
