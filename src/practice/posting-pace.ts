import type { Payload } from './payload.ts';

/**
 * Slack takes about one message a second a channel. Says whether this post comes too soon; timed by the
 * wall clock, since that is how long a refused client waits.
 */
export const createPostingPace = (intervalMs: number) => {
  const lastAt = new Map<unknown, number>();
  return {
    isTooSoon: (method: string, { channel }: Payload): boolean => {
      if (intervalMs === 0 || method !== 'chat.postMessage') return false;
      const now = performance.now();
      const isTooSoon = now - (lastAt.get(channel) ?? Number.NEGATIVE_INFINITY) < intervalMs;
      if (!isTooSoon) lastAt.set(channel, now);
      return isTooSoon;
    },
    retryAfter: Math.ceil(intervalMs / 1000),
  };
};
export type PostingPace = ReturnType<typeof createPostingPace>;
