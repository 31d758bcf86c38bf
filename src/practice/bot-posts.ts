import { withIds } from './block-elements.ts';
import { post } from './messages.ts';
import type { Payload } from './payload.ts';
import { type Content, contentOf } from './refuse-message.ts';
import type { Channel, Message, World } from './world.ts';

type Extras = {
  threadTs?: string | undefined;
  broadcast?: boolean | undefined;
  metadata?: Payload | undefined;
  files?: Payload[];
};

/** Posts as the app: with `bot_id` and a `user`, and no subtype, as modern bots do. */
export const postAsBot = (world: World, channel: Channel, content: Content, extras: Extras = {}): Message => {
  const { botId, appId, botName, botUserId, teamId } = world.identity;
  const { text, blocks } = contentOf(content);
  const { threadTs, broadcast, metadata, files } = extras;
  return post(world, channel, {
    user: botUserId,
    bot_id: botId,
    app_id: appId,
    bot_profile: { id: botId, app_id: appId, name: botName, team_id: teamId, deleted: false },
    text,
    ...(blocks.length > 0 ? { blocks: withIds(blocks, world.nextId) } : {}),
    ...(files === undefined ? {} : { files, subtype: 'file_share' }),
    thread_ts: threadOf(world, channel, threadTs),
    broadcast,
    metadata,
  });
};

/** Slack does not refuse a thread that is gone: the message lands in the channel, for everybody to see. */
const threadOf = (world: World, channel: Channel, threadTs: string | undefined): string | undefined => {
  if (threadTs === undefined) return undefined;
  const root = channel.messages.at(threadTs);
  const isRoot = root !== undefined && (root.thread_ts ?? root.ts) === root.ts;
  if (isRoot) return threadTs;
  world.complaints.push(`A post meant for the thread ${threadTs} of ${channel.name} landed in the channel`);
  return undefined;
};
