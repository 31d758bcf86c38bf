import { joinedChannel, presented } from '../conversations.ts';
import { Refusal } from '../refusal.ts';
import type { Channel, Message } from '../world.ts';
import { argument, method, needConversationScope } from './method.ts';
import { pageOf } from './paging.ts';

const { text, flag, count } = argument;
const span = {
  cursor: text.optional(),
  limit: count.optional(),
  oldest: text.optional(),
  latest: text.optional(),
  inclusive: flag.optional(),
  include_all_metadata: flag.optional(),
};
type Span = { oldest?: string | undefined; latest?: string | undefined; inclusive?: boolean | undefined };

const history = method({
  args: { channel: text, ...span },
  run: (world, args) => {
    const channel = joinedChannel(world, args.channel);
    needConversationScope(world, channel, 'history');
    const shown = channel.messages
      .all()
      .filter((message) => isInChannel(message) && isWithin(args, message.ts));
    const page = pageOf(shown.reverse(), args);
    const messages = page.items.map(shownWith(channel, args.include_all_metadata));
    return { messages, has_more: page.hasMore, pin_count: 0, response_metadata: page.metadata };
  },
});

/** The root comes first on every page, whatever `oldest` says, as clients of the real one report. */
const replies = method({
  args: { channel: text, ts: text, ...span },
  run: (world, args) => {
    const channel = joinedChannel(world, args.channel);
    needConversationScope(world, channel, 'history');
    const root = channel.messages.at(args.ts);
    if (root === undefined) throw new Refusal('thread_not_found');
    const page = pageOf(
      channel.messages.repliesTo(args.ts).filter(({ ts }) => isWithin(args, ts)),
      args,
    );
    const messages = [root, ...page.items].map(shownWith(channel, args.include_all_metadata));
    return { messages, has_more: page.hasMore, response_metadata: page.metadata };
  },
});

/** Reading what was said. */
export const readingMethods = { 'conversations.history': history, 'conversations.replies': replies };

const isInChannel = ({ ts, thread_ts, subtype }: Message): boolean =>
  thread_ts === undefined || thread_ts === ts || subtype === 'thread_broadcast';

const isWithin = ({ oldest = '0', latest = '9999999999', inclusive = false }: Span, ts: string): boolean => {
  const [at, from, to] = [Number(ts), Number(oldest), Number(latest)];
  return inclusive ? at >= from && at <= to : at > from && at < to;
};

const shownWith =
  (channel: Channel, withMetadata = false) =>
  (message: Message) => {
    const { metadata, ...rest } = presented(channel, message);
    return withMetadata ? { ...rest, metadata } : rest;
  };
