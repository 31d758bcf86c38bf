import type { Low } from 'lowdb';

/** One file's value, in memory and on disk. Values are never changed in place, so taking one back is keeping the old one. */
export type GroupCommit<T> = {
  /** What the next change builds on; may be ahead of the disk. */
  current(): T;
  /** What is on the disk once everything pending now has been written, or has failed: all that a reader is told. */
  settled(): Promise<T>;
  /**
   * Resolves once the value is durable; `current()` itself waits for what is pending. A failed write takes the
   * value back to what is durable and rejects everyone who built on it.
   */
  save(next: T): Promise<void>;
};

/**
 * Saves that come while a write is running share the next one. A caller waits for the write that holds its own
 * change and for no later one (lowdb's chain holds the first caller until the last is done).
 */
export const groupCommit = <T>(low: Low<T>): GroupCommit<T> => {
  let durable = low.data;
  let running: Promise<void> | null = null;
  let waiting: Promise<void> | null = null;

  const write = async () => {
    const written = low.data;
    try {
      await low.write();
      durable = written;
    } catch (error) {
      low.data = durable;
      // Those who wait built on what failed: they are rejected with it, and the next save starts afresh.
      waiting = null;
      throw error;
    } finally {
      running = null;
    }
  };
  const afterRunning = async () => {
    await running;
    running = waiting;
    waiting = null;
    await write();
  };

  return {
    current: () => low.data,
    settled: async () => {
      await (waiting ?? running)?.catch(() => undefined);
      return durable;
    },
    save: async (next) => {
      if (next === low.data) return waiting ?? running ?? undefined;
      low.data = next;
      waiting ??= afterRunning();
      return waiting;
    },
  };
};
