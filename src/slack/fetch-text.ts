import { type IncomingMessage, request as overHttp } from 'node:http';
import { request as overHttps } from 'node:https';
import { text } from 'node:stream/consumers';

/**
 * What Slack's client and Bolt take for `fetch`, for a body that is text: at two thirds of its cost, since each reply is a call.
 * Headers are a record, as both give them; a file goes by `fetch` itself. Fails as `fetch` does: with a TypeError whose cause is
 * the system's error, or with the signal's reason.
 */
export const fetchText: typeof fetch = async (url, init = {}) => {
  const { body, signal = null } = init;
  if (typeof body !== 'string') return fetch(url, init);
  try {
    const answer = await answerTo(new URL(String(url)), { ...init, body, signal });
    const said = await text(answer);
    // An answer such as 204 must have none.
    return new Response(said === '' ? null : said, {
      status: answer.statusCode ?? 0,
      headers: Object.entries(answer.headers).map(([name, value]): [string, string] => [name, String(value)]),
    });
  } catch (cause) {
    if (signal?.aborted) throw signal.reason;
    throw new TypeError('fetch failed', { cause });
  }
};

type Sent = RequestInit & { body: string; signal: AbortSignal | null };

/** The head of the answer. Connections are kept for a few seconds, as Node does for everybody. */
const answerTo = (url: URL, { method = 'GET', headers, body, signal }: Sent): Promise<IncomingMessage> =>
  new Promise((resolve, reject) => {
    const over = url.protocol === 'https:' ? overHttps : overHttp;
    const asked = { method, headers: headers as Record<string, string>, ...(signal && { signal }) };
    over(url, asked, resolve).on('error', reject).end(body);
  });
