import type { WebClient } from '@slack/web-api';
import type { ThreadMessage } from '../usecases/workspace.ts';
import { type Place, slackTime, threadMessageOf } from './read-message.ts';

/** Slack recommends no more a page. */
const PAGE_SIZE = 200;

/** A thread page by page to its end, oldest first, without its root; throws when a page cannot be had. */
export async function* readThread(
  client: WebClient,
  place: Place,
  threadTs: string,
  botUserId: string,
  now: Date,
): AsyncGenerator<ThreadMessage[]> {
  const readTs = slackTime(now);
  let cursor: string | undefined;
  do {
    const page = await client.conversations.replies({
      channel: place.channelId,
      ts: threadTs,
      limit: PAGE_SIZE,
      ...(cursor === undefined ? {} : { cursor }),
    });
    const messages = page.messages ?? [];
    yield messages.flatMap((raw) => threadMessageOf(raw, place, botUserId, readTs) ?? []);
    cursor = page.response_metadata?.next_cursor || undefined;
    if (page.has_more && cursor === undefined)
      throw new Error('Slack has more of a thread and did not say where.');
  } while (cursor !== undefined);
}
