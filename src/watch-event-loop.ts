/** Often enough to see what holds up an ack; a tenth of a thousandth of the time. */
const EVERY_MS = 100;

/** Tells how late a timer fires (seconds), again and again. Gives what ends it; holds up no exit. */
export function watchEventLoop(tell: (seconds: number) => void): () => void {
  let due = performance.now() + EVERY_MS;
  const timer = setInterval(() => {
    const now = performance.now();
    tell(Math.max(0, now - due) / 1000);
    due = now + EVERY_MS;
  }, EVERY_MS);
  timer.unref();
  return () => clearInterval(timer);
}
