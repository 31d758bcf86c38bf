/** Does work under a name once all earlier work under that name is done, or has failed. */
export type InOrder = <T>(name: string, work: () => Promise<T>) => Promise<T>;

/** Calls about one thing take effect in the order in which they were made, whatever each of them waits for. */
export const createInOrder = (): InOrder => {
  const latest = new Map<string, Promise<unknown>>();
  return async (name, work) => {
    const before = latest.get(name);
    const task = before ? before.then(work, work) : work();
    latest.set(name, task);
    try {
      return await task;
    } finally {
      if (latest.get(name) === task) latest.delete(name);
    }
  };
};
