import { createHmac } from 'node:crypto';
import { fromJson } from './payload.ts';
import type { Answer, Carry, Parcel, Retry } from './transport.ts';

/** A request as it goes over the wire. */
export type SentRequest = { headers: Record<string, string>; body: string };

type Way = { requestUrl: string; answerWithinMs: number };

/** Sends a request as it is, whoever signed it. */
export const sendOverHttp = async (
  { requestUrl, answerWithinMs }: Way,
  request: SentRequest,
): Promise<Answer> => {
  const started = performance.now();
  const ms = () => Math.round(performance.now() - started);
  try {
    const signal = AbortSignal.timeout(answerWithinMs);
    const response = await fetch(requestUrl, { method: 'POST', ...request, signal });
    const text = await response.text();
    const noRetry = response.headers.get('x-slack-no-retry') === '1';
    return { status: response.status, ack: text === '' ? null : fromJson(text), ms: ms(), noRetry };
  } catch {
    return { status: 0, ack: null, ms: ms() } satisfies Answer;
  }
};

/** Sends over HTTP as Slack does; what is sent is told to `note`. */
export const deliverOverHttp =
  (way: Way, signingSecret: string, note: (request: SentRequest) => void): Carry =>
  (parcel, retry) => {
    const request = signedRequest(parcel, signingSecret, retry);
    note(request);
    return sendOverHttp(way, request);
  };

/** Bolt judges the age of a signature by the real clock, so an injected one has no say here. */
const realTime = (): number => Math.floor(Date.now() / 1000);

/**
 * Events as JSON, commands and interactions as forms, all signed (v0). `at`: seconds. Sent again, it is dated anew, a
 * second later at least: Slack waits that long.
 */
export const signedRequest = (
  parcel: Parcel,
  signingSecret: string,
  retry?: Retry,
  at = realTime() + (retry?.number ?? 0),
): SentRequest => {
  const body = encoded(parcel);
  const isEvent = parcel.kind === 'events_api';
  const timestamp = String(at);
  const headers = {
    'content-type': isEvent ? 'application/json' : 'application/x-www-form-urlencoded',
    'user-agent': 'Slackbot 1.0 (+https://api.slack.com/robots)',
    'x-slack-request-timestamp': timestamp,
    'x-slack-signature': signature(signingSecret, timestamp, body),
    ...retryHeaders(retry),
  };
  return { headers, body };
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
