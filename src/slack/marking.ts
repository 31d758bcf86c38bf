import type { WebClient } from '@slack/web-api';
import type { ContributionKey } from '../domain/contribution.ts';
import type { Mark, Workspace } from '../usecases/workspace.ts';
import type { Background } from './background.ts';
import { MARKS } from './read-message.ts';
import { slackErrorOf } from './slack-error.ts';

/** Puts one mark on a message and takes the other off, one message's marks after each other, so that the last one stands. */
export const createMarking =
  (client: WebClient, background: Background): Workspace['mark'] =>
  (key, on, off = null) =>
    void background.run(
      'mark a message',
      () => setMarks(client, key, on, off),
      `mark ${key.channelId}:${key.messageTs}`,
    );

async function setMarks(
  { reactions }: WebClient,
  { channelId, messageTs }: ContributionKey,
  on: Mark | null,
  off: Mark | null,
): Promise<void> {
  const message = { channel: channelId, timestamp: messageTs };
  if (on !== null) await reactions.add({ ...message, name: MARKS[on] }).catch(unless('already_reacted'));
  if (off !== null) await reactions.remove({ ...message, name: MARKS[off] }).catch(unless('no_reaction'));
}

/** Harmless too: somebody has deleted the message meanwhile. */
const unless = (harmless: string) => (error: unknown) => {
  if (![harmless, 'message_not_found'].includes(slackErrorOf(error) ?? '')) throw error;
};
