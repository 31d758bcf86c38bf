import type { WebClient } from '@slack/web-api';
import type { PersonHere } from '../usecases/workspace.ts';
import { remembered } from './remembered.ts';
import { slackErrorOf } from './slack-error.ts';

/** Who is in a channel and who a person is, remembered for a short while. */
export type Members = {
  /** Ids of everyone in the channel, the app's own included; at most a minute old. Rejects when Slack does not say. */
  of(channelId: string): Promise<ReadonlySet<string>>;
  /** Somebody joined or left: ask anew. */
  forget(channelId: string): void;
  /** At most a minute old too: somebody who was deactivated, or made a guest, is so at once. */
  person(userId: string): Promise<PersonHere>;
  /** At most an hour old; null where Slack has none, or knows nobody of that id. */
  timeZone(userId: string): Promise<string | null>;
};

const KEEP_MS = 60_000;
const KEEP_ZONE_MS = 60 * 60_000;

export function createMembers(client: WebClient, teamId: string, now: () => Date): Members {
  const channels = remembered(KEEP_MS, now, (channelId: string) => readMembers(client, channelId));
  const people = remembered(KEEP_MS, now, (userId: string) => readPerson(client, teamId, userId));
  const zones = remembered(KEEP_ZONE_MS, now, (userId: string) => readTimeZone(client, userId));
  return { of: channels.get, forget: channels.forget, person: people.get, timeZone: zones.get };
}

async function readMembers(client: WebClient, channelId: string): Promise<ReadonlySet<string>> {
  const members = new Set<string>();
  let cursor: string | undefined;
  do {
    const page = await client.conversations.members({
      channel: channelId,
      limit: 1000,
      ...(cursor ? { cursor } : {}),
    });
    for (const userId of page.members ?? []) members.add(userId);
    cursor = page.response_metadata?.next_cursor || undefined;
  } while (cursor !== undefined);
  return members;
}

async function readTimeZone(client: WebClient, userId: string): Promise<string | null> {
  try {
    const { user } = await client.users.info({ user: userId });
    return user?.tz ?? null;
  } catch (error) {
    if (slackErrorOf(error) !== 'user_not_found') throw error;
    return null;
  }
}

async function readPerson(client: WebClient, teamId: string, userId: string): Promise<PersonHere> {
  const { user } = await client.users.info({ user: userId });
  const isGuest = Boolean(user?.is_restricted || user?.is_ultra_restricted);
  const isElsewhere = Boolean(user?.is_stranger) || (user?.team_id !== undefined && user.team_id !== teamId);
  const isOutsider = isElsewhere || Boolean(user?.is_bot);
  const isNobody = isOutsider || Boolean(user?.deleted) || user === undefined;
  return {
    name: user?.profile?.display_name || user?.real_name || user?.name || 'a colleague',
    is: isNobody ? 'nobody' : isGuest ? 'guest' : 'full member',
    isAdmin: Boolean(user?.is_admin || user?.is_owner || user?.is_primary_owner),
    isOutsider,
  };
}
