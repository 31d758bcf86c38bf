import { setTimeout as wait } from 'node:timers/promises';
import type { Reply } from './http-server.ts';

/**
 * A way in which a call goes wrong. `reset`: nothing happened and the connection broke. `lost`: it happened,
 * but the answer never came. `rateLimited`: seconds of Retry-After, null for a 429 without one. `delayMs`: it
 * happened, and the answer comes late. `until`: it happened, and the answer comes once this has.
 */
export type Fault =
  | 'reset'
  | 'lost'
  | { status: number }
  | { rateLimited: number | null }
  | { error: string }
  | { delayMs: number }
  | { until: Promise<unknown> };

/** Faults in waiting, by Web API method; "upload" and "response_url" stand for those two addresses. */
export const createFaults = () => {
  const waiting: { name: string; fault: Fault }[] = [];
  return {
    failNext: (name: string, fault: Fault, times = 1): void => {
      for (let n = 0; n < times; n += 1) waiting.push({ name, fault });
    },
    /** How many nothing has met yet. */
    faultsLeft: (): number => waiting.length,
    /** Answers as `run` does, unless a fault waits for this name. */
    around: async (name: string, run: () => Promise<Reply>): Promise<Reply> => {
      const index = waiting.findIndex((one) => one.name === name);
      const [next] = index < 0 ? [] : waiting.splice(index, 1);
      return next === undefined ? run() : failing(next.fault, run);
    },
  };
};
export type Faults = ReturnType<typeof createFaults>;

const failing = async (fault: Fault, run: () => Promise<Reply>): Promise<Reply> => {
  if (fault === 'reset') return 'hang up';
  if (fault === 'lost') {
    await run();
    return 'hang up';
  }
  if ('rateLimited' in fault) return tooManyRequests(fault.rateLimited);
  if ('error' in fault) return { status: 200, body: { ok: false, error: fault.error } };
  if ('status' in fault) return { status: fault.status, body: 'Slack is having a bad moment' };
  const reply = await run();
  await ('until' in fault ? fault.until : wait(fault.delayMs, undefined, { ref: false }));
  return reply;
};

/** 429, with Retry-After in seconds unless it is null. */
export const tooManyRequests = (seconds: number | null): Reply => ({
  status: 429,
  headers: seconds === null ? {} : { 'retry-after': String(seconds) },
  body: { ok: false, error: 'ratelimited' },
});
