import { setImmediate as turn } from 'node:timers/promises';
import type { WebClient } from '@slack/web-api';
import type { ThreadMessage } from '../usecases/workspace.ts';
import { type Place, slackTime, threadMessageOf } from './read-message.ts';
import { nothingThere } from './slack-error.ts';

/** Slack recommends no more a page. */
const PAGE_SIZE = 200;
/** Read, screened and recorded at once: a whole page keeps everybody else waiting for half a second. */
const BATCH_SIZE = 20;

/**
 * A thread to its end, some messages at a time, oldest first, without its root; between them others have their turn.
 * One that was deleted has none. Throws when a page cannot be had.
 */
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
    const page = await client.conversations
      .replies({
        channel: place.channelId,
        ts: threadTs,
        limit: PAGE_SIZE,
        ...(cursor === undefined ? {} : { cursor }),
      })
      .catch(nothingThere);
    const messages = page.messages ?? [];
    for (let at = 0; at < messages.length; at += BATCH_SIZE) {
      await turn();
      const batch = messages.slice(at, at + BATCH_SIZE);
      yield batch.flatMap((raw) => threadMessageOf(raw, place, botUserId, readTs) ?? []);
    }
    cursor = page.response_metadata?.next_cursor || undefined;
    if (page.has_more && cursor === undefined)
      throw new Error('Slack has more of a thread and did not say where.');
  } while (cursor !== undefined);
}
