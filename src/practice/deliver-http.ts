import { createHmac } from 'node:crypto';
import { fromJson } from './payload.ts';
import type { Answer, Carry, Parcel, Retry } from './transport.ts';

type Way = { requestUrl: string; signingSecret: string; answerWithinMs: number };

/** Sends over HTTP as Slack does: events as JSON, commands and interactions as forms, all signed (v0). */
export const deliverOverHttp =
  ({ requestUrl, signingSecret, answerWithinMs }: Way): Carry =>
  async (parcel, retry) => {
    const body = encoded(parcel);
    const isEvent = parcel.kind === 'events_api';
    // Bolt judges the age of a signature by the real clock, so an injected one has no say here.
    const timestamp = String(Math.floor(Date.now() / 1000));
    const headers = {
      'content-type': isEvent ? 'application/json' : 'application/x-www-form-urlencoded',
      'user-agent': 'Slackbot 1.0 (+https://api.slack.com/robots)',
      'x-slack-request-timestamp': timestamp,
      'x-slack-signature': signature(signingSecret, timestamp, body),
      ...retryHeaders(retry),
    };
    const started = performance.now();
    const ms = () => Math.round(performance.now() - started);
    try {
      const signal = AbortSignal.timeout(answerWithinMs);
      const response = await fetch(requestUrl, { method: 'POST', headers, body, signal });
      const text = await response.text();
      const noRetry = response.headers.get('x-slack-no-retry') === '1';
      return { status: response.status, ack: text === '' ? null : fromJson(text), ms: ms(), noRetry };
    } catch {
      return { status: 0, ack: null, ms: ms() } satisfies Answer;
    }
  };

const encoded = ({ kind, body }: Parcel): string => {
  if (kind === 'events_api') return JSON.stringify(body);
  if (kind === 'interactive') return new URLSearchParams({ payload: JSON.stringify(body) }).toString();
  const fields = Object.entries(body).map(([key, value]): [string, string] => [key, String(value)]);
  return new URLSearchParams(fields).toString();
};

const signature = (secret: string, timestamp: string, body: string): string =>
  `v0=${createHmac('sha256', secret).update(`v0:${timestamp}:${body}`).digest('hex')}`;

const retryHeaders = (retry: Retry | undefined): Record<string, string> =>
  retry === undefined
    ? {}
    : { 'x-slack-retry-num': String(retry.number), 'x-slack-retry-reason': retry.reason };
