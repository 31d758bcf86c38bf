import { setTimeout as pause } from 'node:timers/promises';

/** Whether the work ended, well or badly, in so many milliseconds. It goes on in any case. */
export async function endsWithin(milliseconds: number, work: Promise<unknown>): Promise<boolean> {
  const patience = new AbortController();
  const isDone = await Promise.race([
    work.then(
      () => true,
      () => true,
    ),
    pause(milliseconds, false, { signal: patience.signal }).catch(() => false),
  ]);
  patience.abort();
  return isDone;
}
