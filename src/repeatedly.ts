/** Does something now, and again and again at this interval, but never twice at once. Gives what ends it. */
export function repeatedly(task: () => Promise<void>, everyMs: number): () => void {
  let isGoingOn = false;
  const once = async () => {
    if (isGoingOn) return;
    isGoingOn = true;
    await task().finally(() => {
      isGoingOn = false;
    });
  };
  const timer = setInterval(() => void once(), everyMs);
  void once();
  return () => clearInterval(timer);
}

/** The same task, which is left out `times` times after it has failed. Rejects as it does. */
export function resting(task: () => Promise<void>, times: number): () => Promise<void> {
  let left = 0;
  return async () => {
    if (left > 0) {
      left -= 1;
      return;
    }
    left = times;
    await task();
    left = 0;
  };
}
