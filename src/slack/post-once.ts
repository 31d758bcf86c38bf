import { WebAPIRateLimitedError, WebAPIRequestError, type WebClient } from '@slack/web-api';
import { isRefused } from './slack-error.ts';
import type { MessageContent } from './ui/blocks.ts';

/** What tells our own post among a channel's messages, across lost answers and restarts. */
type PostMarker = { consultationId: string; part: string };

export type Poster = (
  channelId: string,
  marker: PostMarker,
  since: string,
  content: MessageContent,
  mayPost: () => Promise<void>,
) => Promise<string>;

const EVENT_TYPE = 'soundings_post';
/** Slack takes about one post a second a channel (Web API, rate limits). */
const ATTEMPTS = 6;

type PosterParts = {
  posting: WebClient;
  reading: WebClient;
  pause(milliseconds: number): Promise<void>;
  /** Between two posts, and before looking for one whose answer was lost. */
  intervalMs: number;
};

/**
 * Posts a message that must not double: it is looked for first, by its marker, among the channel's messages
 * since `since` (UTC ISO), and again after every attempt whose outcome is unknown; one that Slack may still be at ends it.
 * `mayPost` is asked last before each attempt, and rejects when others may be posting it. Returns its message ts.
 */
export const createPoster = ({ posting, reading, pause, intervalMs }: PosterParts): Poster => {
  const attempt = async (
    ...[channelId, marker, since, content, mayPost]: Parameters<Poster>
  ): Promise<Attempt> => {
    const standing = await findPost(reading, channelId, marker, since);
    if (standing !== null) return { ts: standing };
    await mayPost();
    try {
      return { ts: await post(posting, channelId, marker, content) };
    } catch (error) {
      return {
        error,
        waitMs: error instanceof WebAPIRateLimitedError ? error.retryAfter * 1000 : intervalMs,
      };
    }
  };
  return async (...message) => {
    for (let attempts = 1; ; attempts += 1) {
      const result = await attempt(...message);
      if ('error' in result && (isFinal(result.error) || attempts === ATTEMPTS)) throw result.error;
      await pause('error' in result ? result.waitMs : intervalMs);
      if ('ts' in result) return result.ts;
    }
  };
};

type Attempt = { ts: string } | { error: unknown; waitMs: number };

/** No use in asking again, or too early: what Slack is slow to do it may do right after one has looked. The next tick looks again. */
const isFinal = (error: unknown): boolean => isRefused(error) || isTimeout(error);

const isTimeout = (error: unknown): boolean =>
  error instanceof WebAPIRequestError && error.original.name === 'TimeoutError';

async function post(
  posting: WebClient,
  channelId: string,
  marker: PostMarker,
  content: MessageContent,
): Promise<string> {
  const answer = await posting.chat.postMessage({
    channel: channelId,
    ...content,
    unfurl_links: false,
    unfurl_media: false,
    metadata: {
      event_type: EVENT_TYPE,
      event_payload: { consultation_id: marker.consultationId, part: marker.part },
    },
  });
  if (answer.ts === undefined) throw new Error('Slack took a post without naming its ts.');
  return answer.ts;
}

async function findPost(
  reading: WebClient,
  channelId: string,
  marker: PostMarker,
  since: string,
): Promise<string | null> {
  let cursor: string | undefined;
  do {
    const page = await reading.conversations.history({
      channel: channelId,
      oldest: String(Math.floor(Date.parse(since) / 1000) - CLOCKS_DIFFER_SECONDS),
      include_all_metadata: true,
      limit: 200,
      ...(cursor === undefined ? {} : { cursor }),
    });
    const found = page.messages?.find(({ metadata }) => {
      const payload: Record<string, unknown> = metadata?.event_payload ?? {};
      return (
        metadata?.event_type === EVENT_TYPE &&
        payload.consultation_id === marker.consultationId &&
        payload.part === marker.part
      );
    });
    if (found?.ts !== undefined) return found.ts;
    cursor = page.response_metadata?.next_cursor || undefined;
  } while (cursor !== undefined);
  return null;
}

/** Our clock and Slack's may differ, by a time zone when somebody set it by hand: too early only reads more. */
const CLOCKS_DIFFER_SECONDS = 24 * 60 * 60;
