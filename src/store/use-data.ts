import type { StoredData } from './load-data.ts';

/** Does a piece of work on the data; rejects once the store is closed. */
export type Use = <T>(work: (data: StoredData) => Promise<T>) => Promise<T>;

/** Lets work at the data in until `close`, which lets go of it when all that was let in is done. */
export const useData = (
  data: StoredData,
  letGo: () => Promise<void>,
): { use: Use; close(): Promise<void> } => {
  const inHand = new Set<Promise<unknown>>();
  let closing: Promise<void> | null = null;
  return {
    use: async (work) => {
      if (closing) throw new Error('The store is closed.');
      const task = work(data);
      inHand.add(task);
      try {
        return await task;
      } finally {
        inHand.delete(task);
      }
    },
    close: () => {
      closing ??= Promise.allSettled(inHand).then(letGo);
      return closing;
    },
  };
};
