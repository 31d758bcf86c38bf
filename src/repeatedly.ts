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
