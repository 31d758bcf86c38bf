/** Does a piece of work on what is open; rejects once the store is closed. */
export type Use<Open> = <T>(work: (open: Open) => Promise<T>) => Promise<T>;

/** Lets work in until `close`, which lets go of what is open when all that was let in is done. */
export const useUntilClosed = <Open>(
  open: Open,
  letGo: () => Promise<void>,
): { use: Use<Open>; close(): Promise<void> } => {
  const inHand = new Set<Promise<unknown>>();
  let closing: Promise<void> | null = null;
  return {
    use: async (work) => {
      if (closing) throw new Error('The store is closed.');
      const task = work(open);
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
