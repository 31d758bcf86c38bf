import {
  type WebAPICallResult,
  WebAPIPlatformError,
  WebAPIRateLimitedError,
  WebClient,
  type WebClientOptions,
} from '@slack/web-api';
import type { Metrics } from '../metrics.ts';
import { fetchText } from './fetch-text.ts';

export type SlackCounts = Pick<Metrics, 'slackCalls' | 'rateLimits'>;

/** A client whose calls are counted, each once however often it is tried, and every 429 beside. */
export class CountedClient extends WebClient {
  readonly #counts: SlackCounts;

  constructor(token: string, options: WebClientOptions, counts: SlackCounts) {
    super(token, { ...options, fetch: countingLimits(counts) });
    this.#counts = counts;
  }

  override async apiCall(method: string, options?: Record<string, unknown>): Promise<WebAPICallResult> {
    try {
      const answer = await super.apiCall(method, options);
      this.#counts.slackCalls.add({ method, outcome: 'ok' });
      return answer;
    } catch (error) {
      this.#counts.slackCalls.add({ method, outcome: outcomeOf(error) });
      throw error;
    }
  }
}

/** At the wire, since a patient client waits and says nothing. */
const countingLimits =
  ({ rateLimits }: SlackCounts): typeof fetch =>
  async (url, init) => {
    const response = await fetchText(url, init);
    if (response.status === 429) rateLimits.add({ method: String(url).split('/').at(-1) ?? '' });
    return response;
  };

function outcomeOf(error: unknown): 'refused' | 'rate limited' | 'failed' {
  if (error instanceof WebAPIPlatformError) return 'refused';
  return error instanceof WebAPIRateLimitedError ? 'rate limited' : 'failed';
}
