import { type Logger, LogLevel } from '@slack/bolt';
import type { Log } from '../log.ts';

/**
 * Bolt's and the Web API client's own logging. Their debug and info lines can quote payloads, so those are
 * dropped at every level; of warnings only the fact is kept.
 */
export const slackLogger = (log: Log): Logger => ({
  debug: () => undefined,
  info: () => undefined,
  warn: () => log.warn('Slack library warning'),
  error: (...said: unknown[]) =>
    log.error(
      'Slack library error',
      said.find((one) => one instanceof Error),
    ),
  setLevel: () => undefined,
  getLevel: () => LogLevel.WARN,
  setName: () => undefined,
});
