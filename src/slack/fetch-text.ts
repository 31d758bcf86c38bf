import { type IncomingMessage, request as overHttp } from 'node:http';
import { request as overHttps } from 'node:https';
import { text } from 'node:stream/consumers';

/**
 * What Slack's client and Bolt take for `fetch`, for a body that is text: at two thirds of its cost, since each reply is a call.
 * Headers are a record, as both give them; a file goes by `fetch` itself. Fails as `fetch` does: with a TypeError whose cause is
 * the system's error, or with the signal's reason.
 */
export const fetchText: typeof fetch = async (url, init = {}) => {
  const { body } = init;
  if (typeof body !== 'string') return fetch(url, init);
  const signal = init.signal ?? AbortSignal.timeout(LONGEST_MS);
  try {
    const answer = await answerTo(new URL(String(url)), { ...init, body, signal });
    const said = await text(answer);
    // An answer such as 204 must have none.
    return new Response(said === '' ? null : said, {
      status: answer.statusCode ?? 0,
      headers: Object.entries(answer.headers).map(([name, value]): [string, string] => [name, String(value)]),
    });
  } catch (cause) {
    if (signal.aborted) throw signal.reason;
    throw new TypeError('fetch failed', { cause });
  }
};

/** For whoever names no end: Bolt's answers to a command. */
const LONGEST_MS = 10_000;

type Sent = RequestInit & { body: string; signal: AbortSignal };

/** The head of the answer. Connections are kept for a few seconds, as Node does for everybody. */
const answerTo = (url: URL, { method = 'GET', headers, body, signal }: Sent): Promise<IncomingMessage> =>
  new Promise((resolve, reject) => {
    const over = url.protocol === 'https:' ? overHttps : overHttp;
    const sent = over(url, { method, headers: headers as Record<string, string>, signal }, resolve);
    sent.on('error', reject);
    // Of an answer that is none, such as 101, nothing else is said.
    sent.on('close', () => reject(new Error('The connection was closed without an answer.')));
    sent.end(body);
  });
