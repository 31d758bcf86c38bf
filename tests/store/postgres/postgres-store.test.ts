import { openPostgresStore } from '../../../src/store/postgres/postgres-store.ts';
import { storeContract } from '../contract.ts';
import { freshDatabase } from './fresh-database.ts';

storeContract('PostgreSQL', async () => {
  const url = await freshDatabase();
  let store = await openPostgresStore(url);
  const reopen = async () => {
    await store.close();
    store = await openPostgresStore(url);
    return store;
  };
  return { store, reopen };
});
