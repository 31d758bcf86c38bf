import pino, { type DestinationStream } from 'pino';
import { consultationOf } from './domain/concerning.ts';
import { stackFrames } from './stack-frames.ts';

/** One JSON line an entry on standard error, never with anything a person typed. */
export type Log = {
  info(what: string, about?: About): void;
  warn(what: string, about?: About): void;
  /** `error` is told by its name, code and place; its message may quote what a person typed, so it stays out. */
  error(what: string, error: unknown, about?: About): void;
};

/** Ids, counts and names of things of ours. */
export type About = Record<string, string | number | boolean | undefined>;

export function createLog(level: string, to: DestinationStream = standardError()): Log {
  const lines = pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime }, to);
  return {
    info: (what, about = {}) => lines.info(about, what),
    warn: (what, about = {}) => lines.warn(about, what),
    error: (what, error, about = {}) =>
      lines.error({ ...about, consultation: consultationOf(error), error: toldError(error) }, what),
  };
}

const standardError = () => pino.destination({ fd: 2, sync: true });

function toldError(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { name: typeof error };
  const { name, cause } = error;
  const at = stackFrames(error).slice(0, 8);
  return { name, ...codesOf(error), at, ...(cause === undefined ? {} : { cause: toldError(cause) }) };
}

/** Node's code ("ENOSPC") and Slack's ("channel_not_found"): both are from fixed lists. */
function codesOf(error: Error): Record<string, unknown> {
  const { code, data } = error as { code?: unknown; data?: { error?: unknown } };
  return {
    ...(typeof code === 'string' ? { code } : {}),
    ...(typeof data?.error === 'string' ? { slackError: data.error } : {}),
  };
}
