import type { Log } from '../log.ts';

/** Work that goes on after its request was answered: at most one at a time by key, and waited for at the end. */
export type Background = {
  /** Runs after what has the same key; a failure is logged by its kind, never with anyone's words. */
  run(what: string, task: () => Promise<unknown>, key?: string): Promise<void>;
  /** The same work, waited for at the end like any other. */
  holding<Result>(work: Promise<Result>): Promise<Result>;
  /** Resolves when nothing is going on any more. */
  drained(): Promise<void>;
};

export function createBackground(log: Log): Background {
  const going = new Set<Promise<unknown>>();
  const last = new Map<string, Promise<void>>();
  return {
    run(what, task, key) {
      const before = key === undefined ? undefined : last.get(key);
      const work = (async () => {
        await before;
        try {
          await task();
        } catch (error) {
          log.error(what, error);
        }
      })();
      going.add(work);
      if (key !== undefined) last.set(key, work);
      void work.then(() => {
        going.delete(work);
        if (key !== undefined && last.get(key) === work) last.delete(key);
      });
      return work;
    },
    holding(work) {
      const done = work.catch(() => undefined);
      going.add(done);
      void done.then(() => going.delete(done));
      return work;
    },
    async drained() {
      while (going.size > 0) await Promise.all(going);
    },
  };
}
