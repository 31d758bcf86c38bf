import { createMessageList } from './message-list.ts';
import { Refusal } from './refusal.ts';
import type { Channel, Message, World } from './world.ts';

/** A channel by its id, or by anything that carries one. */
export type ChannelRef = string | { id: string };

/** The channel of a test or a person; throws when there is none. */
export const channelOf = (world: World, ref: ChannelRef): Channel => {
  const id = typeof ref === 'string' ? ref : ref.id;
  const channel = world.channels.get(id);
  if (channel === undefined) throw new Error(`There is no channel ${id}`);
  return channel;
};

/** The channel a Web API call names, as far as the app may know of it. */
export const knownChannel = (world: World, id: string): Channel => {
  const channel = world.channels.get(id);
  const isHidden = channel?.kind !== 'public' && !channel?.members.has(world.identity.botUserId);
  if (channel === undefined || isHidden) throw new Refusal('channel_not_found');
  return channel;
};

/** The same, and the app must be in it. */
export const joinedChannel = (world: World, id: string): Channel => {
  const channel = knownChannel(world, id);
  if (!channel.members.has(world.identity.botUserId)) throw new Refusal('not_in_channel');
  return channel;
};

/** The direct-message channel between the app and a person, made when it is first needed. */
export const directChannel = (world: World, userId: string): Channel => {
  const { botUserId } = world.identity;
  const known = [...world.channels.values()].find(
    ({ kind, members }) => kind === 'im' && members.has(userId),
  );
  if (known !== undefined) return known;
  const channel: Channel = {
    id: world.nextId('D'),
    name: 'directmessage',
    kind: 'im',
    members: new Set([userId, botUserId]),
    messages: createMessageList(),
  };
  world.channels.set(channel.id, channel);
  return channel;
};

/** A message as Slack hands it out: a root says how its thread stands. */
export const presented = ({ messages }: Channel, message: Message): Message & { reply_count?: number } => {
  const replies = messages.repliesTo(message.ts);
  if (replies.length === 0) return structuredClone(message);
  return structuredClone({
    ...message,
    thread_ts: message.ts,
    reply_count: replies.length,
    reply_users: [...new Set(replies.map(({ user }) => user))],
    reply_users_count: new Set(replies.map(({ user }) => user)).size,
    latest_reply: replies.at(-1)?.ts,
    is_locked: false,
  });
};
