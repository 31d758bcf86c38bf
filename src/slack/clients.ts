import { type Logger, WebClient } from '@slack/web-api';

/**
 * Two ways to Slack, so that a 429 on one method never stalls another: `interactive` for what a person waits
 * for (fails at once), `background` for the rest (waits and tries again). Neither repeats a post by itself.
 */
export type Clients = { interactive: WebClient; background: WebClient; posting: WebClient };

/** Less than Slack's three seconds, which also the answer needs a part of. */
const INTERACTIVE_TIMEOUT_MS = 2_000;
const BACKGROUND_TIMEOUT_MS = 10_000;

export function createClients(botToken: string, apiUrl: string | null, logger: Logger): Clients {
  const shared = { logger, ...(apiUrl === null ? {} : { slackApiUrl: apiUrl }) };
  const impatient = { retryConfig: { retries: 0 }, rejectRateLimitedCalls: true };
  return {
    interactive: new WebClient(botToken, { ...shared, ...impatient, timeout: INTERACTIVE_TIMEOUT_MS }),
    background: new WebClient(botToken, {
      ...shared,
      retryConfig: { retries: 4 },
      timeout: BACKGROUND_TIMEOUT_MS,
    }),
    posting: new WebClient(botToken, { ...shared, ...impatient, timeout: BACKGROUND_TIMEOUT_MS }),
  };
}
