import { Response, request } from 'undici';

/**
 * What Slack's client and Bolt take for `fetch`, for a body that is text: at a third of its cost, since each reply is a call.
 * Headers are a record, as both give them; a file goes by `fetch` itself. Fails as `fetch` does: with a TypeError whose cause is
 * the system's error, or with the signal's reason.
 */
export const fetchText: typeof fetch = async (url, init = {}) => {
  const { method = 'GET', headers = {}, body, signal = null } = init;
  if (typeof body !== 'string') return fetch(url, init);
  try {
    const answer = await request(String(url), {
      method,
      headers: headers as Record<string, string>,
      body,
      signal,
    });
    const text = await answer.body.text();
    // An answer such as 204 must have none.
    return new Response(text === '' ? null : text, {
      status: answer.statusCode,
      headers: Object.entries(answer.headers).map(([name, value]) => [name, String(value)]),
    });
  } catch (cause) {
    if (signal?.aborted) throw cause;
    throw new TypeError('fetch failed', { cause });
  }
};
