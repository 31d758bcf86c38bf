import type { Logger, WebClient, WebClientOptions } from '@slack/web-api';
import { CountedClient, type SlackCounts } from './counted-client.ts';

/**
 * Four ways to Slack: a 429 holds up everything that goes the same way, so what must not wait for another goes
 * apart. Those that fail at once never repeat a post by themselves.
 */
export type Clients = {
  /** What a person waits for: fails at once. */
  interactive: WebClient;
  /** Posts and files, which must not double: fails at once, and whoever posts knows how to go on. */
  posting: WebClient;
  /** Readings: waits and tries again. */
  background: WebClient;
  /** Ticks, which come in bursts and do no harm twice: waits and tries again. */
  marking: WebClient;
};

/** Less than Slack's three seconds, which also the answer needs a part of. */
const INTERACTIVE_TIMEOUT_MS = 2_000;
const BACKGROUND_TIMEOUT_MS = 10_000;
/** Slack takes about 50 a minute; many at once would only be in the way of what people wait for. */
const MARKS_AT_ONCE = 2;

export function createClients(
  botToken: string,
  apiUrl: string | null,
  logger: Logger,
  counts: SlackCounts,
): Clients {
  const shared = { logger, ...(apiUrl === null ? {} : { slackApiUrl: apiUrl }) };
  const impatient = { ...shared, retryConfig: { retries: 0 }, rejectRateLimitedCalls: true };
  const patient = { ...shared, retryConfig: { retries: 4 }, timeout: BACKGROUND_TIMEOUT_MS };
  const client = (options: WebClientOptions) => new CountedClient(botToken, options, counts);
  return {
    interactive: client({ ...impatient, timeout: INTERACTIVE_TIMEOUT_MS }),
    posting: client({ ...impatient, timeout: BACKGROUND_TIMEOUT_MS }),
    background: client(patient),
    marking: client({ ...patient, maxRequestConcurrency: MARKS_AT_ONCE }),
  };
}
