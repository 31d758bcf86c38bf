import type { Database, Query } from './database.ts';
import type { Statement } from './statement.ts';

const freeTries = 3;
/** The first may find no row to lock, and be beaten by who adds it; the second finds it. */
const lockedTries = 2;

/** What a try gives when somebody else changed the row between its reading and its writing. */
export const beaten = Symbol('beaten');

type Tried<T> = Promise<T | typeof beaten>;

/**
 * Reads, changes and writes a row in one step, while others, here or in other processes, do the same: a try writes on
 * condition that the row is as it was read. One that was beaten several times goes on with the row locked by `lock`.
 */
export const changeInOneStep = async <T>(
  database: Database,
  lock: { statement: Statement<unknown>; values: readonly unknown[] },
  attempt: (query: Query) => Tried<T>,
): Promise<T> => {
  for (let tries = 0; tries < freeTries; tries += 1) {
    const result = await attempt(database.query);
    if (result !== beaten) return result;
  }
  return database.transaction('isolation level read committed', async (query) => {
    for (let tries = 0; tries < lockedTries; tries += 1) {
      await query(lock.statement, lock.values);
      const result = await attempt(query);
      if (result !== beaten) return result;
    }
    throw new Error('The row was changed while it was locked.');
  });
};
