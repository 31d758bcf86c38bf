import type { Child } from './child.ts';
import type { Called, Calls } from './children/callers.ts';
import { median } from './median.ts';
import type { RunningApp } from './start-app.ts';

/** `usedMs`: of the processors, by the app, for one request and what follows it. */
export type Measured = Called & { usedMs: number };

/** Has the callers call an app; `settled` resolves when what follows the calls is over. */
export const measuredCalls = async (
  callers: Child,
  app: RunningApp,
  ask: 'flatOut' | 'paced',
  calls: Omit<Calls, 'url'> & { callers?: number; perSecond?: number },
  settled: () => Promise<unknown> = async () => undefined,
): Promise<Measured> => {
  const before = app.usedMs();
  const called = await callers.ask<Called>(ask, { url: app.url, ...calls });
  await settled();
  return { ...called, usedMs: (app.usedMs() - before) / calls.parcels.length };
};

export type Pair = Record<'ours' | 'bare', Measured[]>;

export const runsOf = (runs: Measured[], what: keyof Measured): number[] => runs.map((run) => run[what]);

/** Medians of what the table has no room for. */
export const aside = ({ ours, bare }: Pair): Record<string, number> =>
  Object.fromEntries(
    (['perSecond', 'p50', 'p99', 'usedMs'] as const).flatMap((what) => [
      [what, median(runsOf(ours, what))],
      [`bare ${what}`, median(runsOf(bare, what))],
    ]),
  );
