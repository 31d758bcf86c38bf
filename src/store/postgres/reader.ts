import type { Client } from 'pg';
import { createInOrder } from '../in-order.ts';
import type { Store } from '../store.ts';
import { connectForLock, letGo } from './connect-for-lock.ts';

/** More than two of the ticks on which it is asked: a reader that hangs for longer is replaced. */
const usual = { idleFor: '25min', patience: '30s' };

const tryLock = 'select pg_try_advisory_lock(hashtextextended(\'soundings: reader\', 0)) as "isTaken"';

/** The store's way to have one reader: whoever holds the lock, by a connection that is kept. */
export const createReader = (
  databaseUrl: string,
  times = usual,
): Pick<Store, 'isReader'> & { end(): Promise<void> } => {
  const inOrder = createInOrder();
  let kept: Client | null = null;
  let isOver = false;

  const drop = (): void => {
    if (kept !== null) letGo(kept);
    kept = null;
  };
  const isStillTaken = async (): Promise<boolean> => {
    try {
      await kept?.query('select');
    } catch {
      drop();
    }
    return kept !== null;
  };
  const take = async (): Promise<boolean> => {
    const client = await connectForLock(databaseUrl, times);
    try {
      const { rows } = await client.query<{ isTaken: boolean }>(tryLock);
      if (rows[0]?.isTaken && !isOver) kept = client;
    } finally {
      if (kept !== client) letGo(client);
    }
    return kept !== null;
  };
  return {
    isReader: () =>
      inOrder('reader', async () => {
        if (isOver) throw new Error('The store is closed.');
        return (await isStillTaken()) || (!isOver && take());
      }),
    /** The next to start, also at once, finds the lock free. */
    end: async () => {
      isOver = true;
      await kept?.end();
    },
  };
};
