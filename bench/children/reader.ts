import { WebClient } from '@slack/web-api';
import { answerParent } from './answer-parent.ts';

export type Reading = { apiUrl: string; token: string; channel: string; threadTs: string };

/** Reads a thread to its end and does nothing with it (ms). */
const read = async ({ apiUrl, token, channel, threadTs }: Reading): Promise<number> => {
  const client = new WebClient(token, { slackApiUrl: apiUrl });
  const startedAt = performance.now();
  let cursor: string | undefined;
  do {
    const asked = { channel, ts: threadTs, limit: 200 };
    const page = await client.conversations.replies(cursor === undefined ? asked : { ...asked, cursor });
    cursor = page.response_metadata?.next_cursor || undefined;
  } while (cursor !== undefined);
  return performance.now() - startedAt;
};

answerParent({ read });
