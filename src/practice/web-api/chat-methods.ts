import { withIds } from '../block-elements.ts';
import { postAsBot } from '../bot-posts.ts';
import { directChannel, joinedChannel, knownChannel } from '../conversations.ts';
import { showTo } from '../ephemerals.ts';
import { edit } from '../messages.ts';
import { blocksIn } from '../payload.ts';
import { Refusal } from '../refusal.ts';
import { refuseLongUpdate, refuseMessage, refuseMetadata } from '../refuse-message.ts';
import type { Channel, World } from '../world.ts';
import { argument, method } from './method.ts';

const { text, words, flag, list, object } = argument;
const content = { text: words.optional(), blocks: list.optional(), attachments: list.optional() };
const writing = { parse: text.optional(), link_names: flag.optional() };

const destination = (world: World, channel: string): Channel =>
  world.people.has(channel) ? directChannel(world, channel) : joinedChannel(world, channel);

const postMessage = method({
  scope: 'chat:write',
  args: {
    channel: text,
    ...content,
    ...writing,
    thread_ts: text.optional(),
    reply_broadcast: flag.optional(),
    unfurl_links: flag.optional(),
    unfurl_media: flag.optional(),
    mrkdwn: flag.optional(),
    metadata: object.optional(),
  },
  run: (world, args) => {
    const channel = destination(world, args.channel);
    refuseMetadata(args.metadata);
    refuseMessage(world, 'chat.postMessage', args);
    const message = postAsBot(world, channel, args, {
      threadTs: args.thread_ts,
      broadcast: args.reply_broadcast,
      metadata: args.metadata,
    });
    return { channel: channel.id, ts: message.ts, message };
  },
});

const postEphemeral = method({
  scope: 'chat:write',
  args: { channel: text, user: text, ...content, ...writing, thread_ts: text.optional() },
  run: (world, args) => {
    const channel = joinedChannel(world, args.channel);
    if (!channel.members.has(args.user)) throw new Refusal('user_not_in_channel');
    refuseMessage(world, 'chat.postEphemeral', args);
    return { message_ts: showTo(world, args.user, channel, args, args.thread_ts).ts };
  },
});

const update = method({
  scope: 'chat:write',
  args: {
    channel: text,
    ts: text,
    ...content,
    ...writing,
    metadata: object.optional(),
    reply_broadcast: flag.optional(),
  },
  run: (world, args) => {
    const channel = joinedChannel(world, args.channel);
    const before = channel.messages.at(args.ts);
    if (before === undefined) throw new Refusal('message_not_found');
    if (before.user !== world.identity.botUserId) throw new Refusal('cant_update_message');
    refuseMetadata(args.metadata);
    refuseMessage(world, 'chat.update', args);
    refuseLongUpdate(args.text);
    const message = edit(world, channel, args.ts, world.identity.botUserId, {
      text: args.text ?? '',
      blocks: args.blocks === undefined ? before.blocks : withIds(blocksIn(args.blocks), world.nextId),
      metadata: args.metadata ?? before.metadata,
    });
    return { channel: channel.id, ts: message.ts, text: message.text, message };
  },
});

const getPermalink = method({
  args: { channel: text, message_ts: text },
  run: (world, args) => {
    const channel = knownChannel(world, args.channel);
    const message = channel.messages.at(args.message_ts);
    if (message === undefined) throw new Refusal('message_not_found');
    const thread = message.thread_ts === undefined ? '' : `?thread_ts=${message.thread_ts}&cid=${channel.id}`;
    const permalink = `${world.url}/archives/${channel.id}/p${message.ts.replace('.', '')}${thread}`;
    return { channel: channel.id, permalink };
  },
});

/** chat.*: posting, changing and linking to messages. */
export const chatMethods = {
  'chat.postMessage': postMessage,
  'chat.postEphemeral': postEphemeral,
  'chat.update': update,
  'chat.getPermalink': getPermalink,
};
