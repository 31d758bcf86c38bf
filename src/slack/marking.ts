import type { WebClient } from '@slack/web-api';
import type { ContributionKey } from '../domain/contribution.ts';
import type { Mark, Workspace } from '../usecases/workspace.ts';
import type { Background } from './background.ts';
import { MARKS } from './read-message.ts';
import { slackErrorOf } from './slack-error.ts';

/** A reading that did not see a mark takes in what it read within this time. */
const SEEN_WITHIN_MS = 10_000;

/** Sets marks in the background of a request: what is asked for on behalf of one, all others know. */
export type Marking = (background: Background) => Workspace['mark'];

/**
 * Puts one mark on a message and takes the other off, one message's marks after each other, so that the last one stands. What
 * is on its way, or was set just now, is not asked for again: Slack takes about 50 a minute, and each reading finds what it
 * does not see yet.
 */
export function createMarking(client: WebClient): Marking {
  /** By message. */
  const asked = new Map<string, string>();
  return (background) =>
    ({ channelId, messageTs }, on, off = null) => {
      const message = `${channelId}:${messageTs}`;
      const marks = `${on} for ${off}`;
      if (asked.get(message) === marks) return;
      asked.set(message, marks);
      const forget = () => {
        if (asked.get(message) === marks) asked.delete(message);
      };
      async function set(): Promise<void> {
        try {
          await setMarks(client, { channelId, messageTs }, on, off);
          setTimeout(forget, SEEN_WITHIN_MS).unref();
        } catch (error) {
          forget();
          throw error;
        }
      }
      void background.run('mark a message', set, `mark ${message}`);
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
