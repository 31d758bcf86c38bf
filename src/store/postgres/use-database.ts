import type { Database } from './database.ts';

/** Does a piece of work on the database; rejects once the store is closed. */
export type Use = <T>(work: (database: Database) => Promise<T>) => Promise<T>;

/** Lets work at the database until `close`, which lets go of it when all that was let in is done. */
export const useDatabase = (database: Database): { use: Use; close(): Promise<void> } => {
  const inHand = new Set<Promise<unknown>>();
  let closing: Promise<void> | null = null;
  return {
    use: async (work) => {
      if (closing) throw new Error('The store is closed.');
      const task = work(database);
      inHand.add(task);
      try {
        return await task;
      } finally {
        inHand.delete(task);
      }
    },
    close: () => {
      closing ??= Promise.allSettled(inHand).then(database.end);
      return closing;
    },
  };
};
