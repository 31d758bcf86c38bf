import type { WebClient } from '@slack/web-api';

/** Who is in a channel and who a person is, remembered for a short while. */
export type Members = {
  /** Ids of everyone in the channel, the app's own included; at most a minute old. Rejects when Slack does not say. */
  of(channelId: string): Promise<ReadonlySet<string>>;
  /** Somebody joined or left: ask anew. */
  forget(channelId: string): void;
  person(userId: string): Promise<{ name: string; isFullMember: boolean }>;
};

const CHANNEL_MS = 60_000;
/** Whether somebody is a guest changes seldom; asked again daily, and by a restart. */
const PERSON_MS = 24 * 60 * 60 * 1000;

export function createMembers(client: WebClient, teamId: string, now: () => Date): Members {
  const channels = remembered(CHANNEL_MS, now, (channelId: string) => readMembers(client, channelId));
  const people = remembered(PERSON_MS, now, (userId: string) => readPerson(client, teamId, userId));
  return { of: channels.get, forget: channels.forget, person: people.get };
}

/** Answers of `ask`, each kept for `keepMs`; a failure is not kept. */
function remembered<Answer>(keepMs: number, now: () => Date, ask: (id: string) => Promise<Answer>) {
  const kept = new Map<string, { at: number; answer: Promise<Answer> }>();
  return {
    get(id: string): Promise<Answer> {
      const known = kept.get(id);
      if (known !== undefined && now().getTime() - known.at < keepMs) return known.answer;
      const asked = { at: now().getTime(), answer: ask(id) };
      kept.set(id, asked);
      asked.answer.catch(() => {
        if (kept.get(id) === asked) kept.delete(id);
      });
      return asked.answer;
    },
    forget: (id: string) => void kept.delete(id),
  };
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

async function readPerson(client: WebClient, teamId: string, userId: string) {
  const { user } = await client.users.info({ user: userId });
  const isGuest = Boolean(user?.is_restricted || user?.is_ultra_restricted);
  const isElsewhere = Boolean(user?.is_stranger) || (user?.team_id !== undefined && user.team_id !== teamId);
  return {
    name: user?.profile?.display_name || user?.real_name || user?.name || 'a colleague',
    isFullMember: !(isGuest || isElsewhere || user?.deleted || user?.is_bot),
  };
}
