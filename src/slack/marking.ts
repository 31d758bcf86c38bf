import type { WebClient } from '@slack/web-api';
import type { ContributionKey } from '../domain/contribution.ts';
import type { Mark, Workspace } from '../usecases/workspace.ts';
import type { Background } from './background.ts';
import { MARKS } from './read-message.ts';
import { slackErrorOf } from './slack-error.ts';

/**
 * Puts one mark on a message and takes the other off, one message's marks after each other, so that the last one stands. What
 * is on its way already is not asked for again: Slack takes about 50 a minute, and each reading finds what is not there yet.
 */
export function createMarking(client: WebClient, background: Background): Workspace['mark'] {
  const onTheirWay = new Map<string, string>();
  return ({ channelId, messageTs }, on, off = null) => {
    const message = `${channelId}:${messageTs}`;
    const asked = `${on} for ${off}`;
    if (onTheirWay.get(message) === asked) return;
    onTheirWay.set(message, asked);
    const set = () => setMarks(client, { channelId, messageTs }, on, off);
    void background.run('mark a message', set, `mark ${message}`).then(() => {
      if (onTheirWay.get(message) === asked) onTheirWay.delete(message);
    });
  };
}

async function setMarks(
  { reactions }: WebClient,
  { channelId, messageTs }: Pick<ContributionKey, 'channelId' | 'messageTs'>,
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
