import { setTimeout as pause } from 'node:timers/promises';
import type { WebClient } from '@slack/web-api';
import type { ContributionKey } from '../domain/contribution.ts';
import type { Mark, Workspace } from '../usecases/workspace.ts';
import type { Background } from './background.ts';
import { MARKS } from './read-message.ts';
import { slackErrorOf } from './slack-error.ts';

/**
 * Puts one mark on a message and takes the other off, one after another, so that the last one stands. Slack takes about 50 a minute,
 * and nobody waits for them: so they wait for whoever does.
 */
export const createMarking =
  (client: WebClient, background: Background): Workspace['mark'] =>
  (key, on, off = null) =>
    void background.run(
      'mark a message',
      async () => {
        await whileOthersWait(background);
        await setMarks(client, key, on, off);
      },
      'marks',
    );

const LOOK_MS = 20;
const AT_MOST_MS = 500;

/** Resolves when no request is in hand, or soon enough for marks to go on in the longest rush. */
async function whileOthersWait({ counts }: Background): Promise<void> {
  for (let waited = 0; counts().held > 0 && waited < AT_MOST_MS; waited += LOOK_MS) await pause(LOOK_MS);
}

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

const unless = (harmless: string) => (error: unknown) => {
  if (slackErrorOf(error) !== harmless) throw error;
};
