import type { Client } from 'pg';
import { BusyError } from '../../domain/errors.ts';
import { systemCode } from '../files.ts';
import { createInOrder } from '../in-order.ts';
import type { Alone, Store } from '../store.ts';
import { connectForLock, letGo } from './connect-for-lock.ts';
import { createTurns } from './turns.ts';

/**
 * Connections of their own: who waits for a turn must never keep who has it from the rest of the store, nor a slow answer of
 * Slack's in the background a person.
 */
const mostForPeople = 5;
const mostInBackground = 5;

const usual = { idleFor: '10min', patience: '30s' };

const lockNotAvailable = '55P03';

const takeLock = async (client: Client, name: string): Promise<void> => {
  try {
    await client.query('select pg_advisory_lock(hashtextextended($1, 0))', [`soundings: ${name}`]);
  } catch (error) {
    throw systemCode(error) === lockNotAvailable ? new BusyError() : error;
  }
};

/** The store's way to let one process at a time do something. `end` takes no more work and waits for none. */
export const createAlone = (
  databaseUrl: string,
  times = usual,
): Pick<Store, 'alone' | 'aloneInBackground'> & { end(): void } => {
  const inOrder = createInOrder();
  let isOver = false;
  const aloneAmong = (most: number): Alone => {
    const turns = createTurns(most);
    return (name, work) =>
      inOrder(name, () =>
        turns(async () => {
          if (isOver) throw new Error('The store is closed.');
          const client = await connectForLock(databaseUrl, times);
          try {
            await takeLock(client, name);
            return await work(async () => void (await client.query('select')));
          } finally {
            letGo(client);
          }
        }),
      );
  };
  return {
    alone: aloneAmong(mostForPeople),
    aloneInBackground: aloneAmong(mostInBackground),
    end: () => {
      isOver = true;
    },
  };
};
