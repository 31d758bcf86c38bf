import type { Log } from './log.ts';
import type { Metrics } from './metrics.ts';

/** The same log, with its errors counted. */
export const countErrors = (log: Log, { errors }: Pick<Metrics, 'errors'>): Log => ({
  ...log,
  error: (...line) => {
    errors.add({});
    log.error(...line);
  },
});
