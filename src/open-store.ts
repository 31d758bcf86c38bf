import type { StoreConfig } from './config.ts';
import { openLowdbStore } from './store/lowdb-store.ts';
import { openPostgresStore } from './store/postgres/postgres-store.ts';
import type { Store } from './store/store.ts';

/** The store that the settings name. Throws a SetupError, everything untouched, when it cannot be used. */
export const openStore = ({ dataDir, databaseUrl }: StoreConfig): Promise<Store> =>
  databaseUrl === null ? openLowdbStore(dataDir) : openPostgresStore(databaseUrl);
