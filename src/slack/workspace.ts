import type { WebClient } from '@slack/web-api';
import { UserError } from '../domain/errors.ts';
import type { Workspace } from '../usecases/workspace.ts';
import type { Background } from './background.ts';
import type { Clients } from './clients.ts';
import { createHeldNotices } from './held-notices.ts';
import { inBackground } from './in-background.ts';
import type { Installation } from './installation.ts';
import type { Marking } from './marking.ts';
import type { Members } from './members.ts';
import type { Poster } from './post-once.ts';
import { foundReplyOf, parseMessage, slackTime } from './read-message.ts';
import { readThread } from './read-thread.ts';
import { isOutside, nothingThere } from './slack-error.ts';
import { createTellOwed } from './tell-owed.ts';
import { addedMessage } from './ui/added-message.ts';
import { openingMessage } from './ui/opening-message.ts';
import { themeMessage } from './ui/theme-message.ts';

type WorkspaceParts = {
  installation: Installation;
  clients: Clients;
  members: Members;
  post: Poster;
  marking: Marking;
  background: Background;
  now(): Date;
};

/** Slack as the use cases see it. */
export function createWorkspace(parts: WorkspaceParts): Workspace {
  const { installation, clients, members, post, background, now } = parts;
  const { teamId, url, botUserId } = installation;
  return {
    teamId,
    url,
    isMember: async (channelId, userId) => (await members.of(channelId).catch(notInChannel)).has(userId),
    person: (userId) => members.person(userId),
    timeZoneOf: (userId) => members.timeZone(userId),
    postOpening: (consultation, pack, stillAlone) =>
      post(
        consultation.channelId,
        { consultationId: consultation.id, part: 'opening' },
        consultation.openedAt,
        openingMessage(consultation, pack),
        stillAlone,
      ),
    postTheme: (consultation, themeId, pack, stillAlone) =>
      post(
        consultation.channelId,
        { consultationId: consultation.id, part: `theme ${themeId}` },
        consultation.openedAt,
        themeMessage(themeId, pack),
        stillAlone,
      ),
    readThread: (channelId, threadTs) =>
      readThread(clients.background, { channelId, installation }, threadTs, botUserId, now()),
    readMessage: readMessageBy(clients.interactive, installation, now),
    rereadMessage: readMessageBy(clients.background, installation, now),
    ...inBackground(parts, background),
    async tellAdded(reply, addedBy, title) {
      const message = addedMessage(reply, addedBy, title, url);
      await clients.posting.chat.postMessage({ channel: reply.authorId, ...message });
    },
    ...createHeldNotices(clients.posting, url),
    tellOwed: createTellOwed(clients.posting, url),
    async channelKind(channelId) {
      const { channel } = await clients.interactive.conversations
        .info({ channel: channelId })
        .catch(notInChannel);
      if (channel?.is_im || channel?.is_mpim) return 'direct';
      return channel?.is_private ? 'private' : 'public';
    },
  };
}

const readMessageBy =
  (client: WebClient, installation: Installation, now: () => Date): Workspace['readMessage'] =>
  async (channelId, messageTs, threadTs) => {
    const asked = {
      channel: channelId,
      ts: threadTs ?? messageTs,
      oldest: messageTs,
      latest: messageTs,
      inclusive: true,
    };
    const answer = await client.conversations.replies(asked).catch(nothingThere);
    const found = answer.messages?.find(({ ts }) => ts === messageTs);
    const message = found === undefined ? null : parseMessage(found);
    const place = { channelId, installation };
    return message && foundReplyOf(message, place, installation.botUserId, slackTime(now()));
  };

/** Slack hides a private channel that the app is not in as if it did not exist. */
function notInChannel(error: unknown): never {
  if (!isOutside(error)) throw error;
  throw new UserError('Soundings is not in this channel. Type /invite @Soundings here, then try again.');
}
