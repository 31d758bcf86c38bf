/**
 * Adds in the order of the calls: what comes while a batch is being written goes, together, into the next one. A caller
 * waits for the batch that holds its own item, and is rejected with it.
 */
export const inBatches = <T>(write: (batch: readonly T[]) => Promise<void>): ((item: T) => Promise<void>) => {
  let written: Promise<unknown> = Promise.resolve();
  let waiting: { items: T[]; done: Promise<void> } | null = null;

  const newBatch = () => {
    const items: T[] = [];
    const done = written.then(() => {
      waiting = null;
      return write(items);
    });
    written = done.catch(() => undefined);
    return { items, done };
  };

  return (item) => {
    waiting ??= newBatch();
    waiting.items.push(item);
    return waiting.done;
  };
};
