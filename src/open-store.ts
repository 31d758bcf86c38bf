import type { StoreConfig } from './config.ts';
import { openLowdbStore } from './store/lowdb-store.ts';
import type { Store } from './store/store.ts';

/**
 * The store that the settings name. Throws a SetupError, everything untouched, when it cannot be used. What only PostgreSQL
 * needs is read where there is one.
 */
export async function openStore({ dataDir, databaseUrl }: StoreConfig): Promise<Store> {
  if (databaseUrl === null) return openLowdbStore(dataDir);
  const { openPostgresStore } = await import('./store/postgres/postgres-store.ts');
  return openPostgresStore(databaseUrl);
}
