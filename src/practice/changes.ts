const safetyTickMs = 50;

type Waiting = { check: () => boolean; fail: (error: Error) => void };

/**
 * Waiting for the workspace to reach a state. `until` looks again after each change (and, for what happens
 * in the app alone, every 50 ms) and rejects, naming `what`, when it never comes.
 */
export const createChanges = () => {
  const waiting = new Set<Waiting>();
  const changed = (): void => {
    for (const one of [...waiting]) if (one.check()) waiting.delete(one);
  };
  const tick = setInterval(changed, safetyTickMs);
  tick.unref();

  const until = <T>(find: () => T, what: string, limitMs = 15_000): Promise<NonNullable<T>> =>
    new Promise((resolve, reject) => {
      const fail = (error: Error): void => {
        clearTimeout(limit);
        reject(error);
      };
      const check = (): boolean => {
        try {
          const found = find();
          if (!found) return false;
          clearTimeout(limit);
          resolve(found);
        } catch (error) {
          fail(error instanceof Error ? error : new Error(String(error)));
        }
        return true;
      };
      const one: Waiting = { check, fail };
      const limit = setTimeout(() => {
        waiting.delete(one);
        reject(new Error(`Waited ${limitMs} ms in vain for: ${what}`));
      }, limitMs);
      if (!check()) waiting.add(one);
    });

  const stop = (): void => {
    clearInterval(tick);
    for (const one of waiting) one.fail(new Error('The practice workspace was stopped'));
    waiting.clear();
  };
  return { changed, until, stop };
};
