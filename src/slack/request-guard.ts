import type { IncomingMessage, ServerResponse } from 'node:http';
import { HTTPModuleFunctions, type HTTPReceiver, type Logger } from '@slack/bolt';

const { buildNoBodyResponse, defaultBodyLimit, isRawBodyError, parseAndVerifyHTTPRequest } =
  HTTPModuleFunctions;

/** Bolt's own measure for requests that are too old. */
const EARLIEST_MS = 5 * 60 * 1000;
/** A signature dated five minutes ahead is valid for so long; it is remembered for that at least. */
const REMEMBER_MS = 2 * EARLIEST_MS;
/** Of which half are remembered at least, twice what Slack sends in that time: 8.3 events a second (Events API, rate limits). */
const MOST_REMEMBERED = 20_000;

type GuardParts = { path: string; signingSecret: string; logger: Logger; now(): Date };

/**
 * Stands before Bolt and checks the signature in its place, with Bolt's own function: `receiver` must not do it again. One dated
 * more than five minutes ahead is refused too, and the very same signed request a second time is answered 200 without
 * running anything, unless the first one failed. Slack's own retries are dated anew, so they pass.
 */
export function guardRequests(
  receiver: HTTPReceiver,
  { path, signingSecret, logger, now }: GuardParts,
): void {
  const run = receiver.requestListener;
  const taken = createTaken(now);
  async function guarded(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { rawBody } = await parseAndVerifyHTTPRequest(
      { signingSecret, bodyLimit: defaultBodyLimit },
      request,
    );
    // Slack's look at the certificate needs no signature: Bolt has taken everything else out of it.
    if (rawBody.equals(CERTIFICATE_CHECK)) return run(request, response);
    const { at, hash } = signatureOf(request);
    if (at > now().getTime() + EARLIEST_MS) {
      logger.warn('A request was dated more than five minutes ahead: is the clock of this machine slow?');
      return buildNoBodyResponse(response, 401);
    }
    const isNew = await taken.claim(hash, response);
    if (!isNew) return buildNoBodyResponse(response, 200);
    run(request, response);
  }
  receiver.requestListener = (request, response) => {
    // Bolt would throw.
    if (request.url !== path && !URL.canParse(request.url ?? '', ANY_HOST))
      return buildNoBodyResponse(response, 400);
    if (!isFor(path, request)) return run(request, response);
    guarded(request, response).catch((error: unknown) => {
      logger.warn('A request was refused.');
      // Nobody reads what is left of its body, which would hold up the connection's next request.
      response.setHeader('connection', 'close');
      buildNoBodyResponse(response, isRawBodyError(error) ? error.statusCode : 401);
    });
  };
}

const ANY_HOST = 'http://localhost';
const CERTIFICATE_CHECK = Buffer.from('ssl_check=1');

/** As Bolt reads it, "/slack/./events" among them. */
const isFor = (path: string, { url, method }: IncomingMessage): boolean =>
  method === 'POST' && (url === path || new URL(url ?? '', ANY_HOST).pathname === path);

/** When a request was signed, and its signature's hash, which is one and the same however the headers write it. */
function signatureOf({ headers }: IncomingMessage): { at: number; hash: string } {
  const { 'x-slack-signature': signature, 'x-slack-request-timestamp': timestamp } = headers;
  return { at: Number(timestamp) * 1000, hash: String(signature).split('=')[1] ?? '' };
}

/** Whether the answer reached the other side, and said that all is well. */
const wasTaken = ({ writableFinished, statusCode }: ServerResponse): boolean =>
  writableFinished && statusCode >= 200 && statusCode < 300;

const TAKEN = 'taken';

const closings = new WeakMap<ServerResponse, Promise<void>>();

/** The end of an answer, one way or the other; asked for at once by however many. */
function closing(response: ServerResponse): Promise<void> {
  const known = closings.get(response) ?? new Promise<void>((resolve) => response.once('close', resolve));
  closings.set(response, known);
  return known;
}

/**
 * What was taken of late, and what is in hand: who asks for the same waits for its end. Forgets by the half, since a Map that
 * loses its first entry over and over has to pass by all that it ever lost.
 */
function createTaken(now: () => Date) {
  type Known = Map<string, ServerResponse | typeof TAKEN>;
  let recent: Known = new Map();
  let earlier: Known = new Map();
  let since = now().getTime();
  const find = (hash: string) => recent.get(hash) ?? earlier.get(hash);
  function forgetOld(): void {
    const at = now().getTime();
    if (recent.size < MOST_REMEMBERED / 2 && at - since < REMEMBER_MS) return;
    [earlier, recent, since] = [recent, new Map(), at];
  }
  function end(hash: string, response: ServerResponse): void {
    const half = [recent, earlier].find((each) => each.get(hash) === response);
    if (wasTaken(response)) half?.set(hash, TAKEN);
    else half?.delete(hash);
  }
  return {
    /** Whether nothing like it was taken and somebody waits for it: then it is in hand until this answer to it is closed. */
    async claim(hash: string, response: ServerResponse): Promise<boolean> {
      for (let same = find(hash); same !== undefined; same = find(hash)) {
        if (same === TAKEN) return false;
        await closing(same);
      }
      if (response.closed) return false;
      forgetOld();
      recent.set(hash, response);
      response.once('close', () => end(hash, response));
      return true;
    },
  };
}
