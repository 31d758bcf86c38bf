import { Pool } from 'pg';
import { createInOrder } from '../in-order.ts';
import type { Store } from '../store.ts';

/** Connections of their own: who waits for a turn must never keep who has it from the rest of the store. */
const mostAtOnce = 10;

const takeLock = 'select pg_advisory_lock(hashtextextended($1, 0))';

const ignore = () => undefined;

/**
 * The store's way to let one process at a time do something. A lock lives as long as its connection, so that one whose
 * process was killed is free at once. `end` takes no more work and waits for none.
 */
export const createAlone = (databaseUrl: string): Pick<Store, 'alone'> & { end(): void } => {
  const pool = new Pool({
    connectionString: databaseUrl,
    fallback_application_name: 'soundings',
    max: mostAtOnce,
    keepAlive: true,
  });
  pool.on('error', ignore);
  pool.on('connect', (client) => client.on('error', ignore));
  const inOrder = createInOrder();
  return {
    alone: (name, work) =>
      inOrder(name, async () => {
        const client = await pool.connect();
        try {
          await client.query(takeLock, [`soundings: ${name}`]);
          return await work();
        } finally {
          // Closes the connection, and so lets go of the lock.
          client.release(true);
        }
      }),
    end: () => {
      if (!pool.ending) void pool.end();
    },
  };
};
