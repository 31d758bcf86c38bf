import type { Seen } from './acting.ts';
import { type ChannelRef, channelOf, presented } from './conversations.ts';
import { formState } from './form-state.ts';
import { presentView } from './open-views.ts';
import type { Block, Payload } from './payload.ts';
import type { Call, Ephemeral, Message, SharedFile, World } from './world.ts';

/** A modal as the person sees it. */
export type SeenView = Payload & { id: string; blocks: Block[] };

/** What there is to see. Everything given is a copy. */
export const looking = (world: World) => {
  const seen =
    (ref: ChannelRef) =>
    (message: Message): Seen => ({
      ...presented(channelOf(world, ref), message),
      channel: channelOf(world, ref).id,
    });
  return {
    /** Everything in a channel, replies too, oldest first. */
    messages: (ref: ChannelRef): Seen[] => channelOf(world, ref).messages.all().map(seen(ref)),
    message: (ref: ChannelRef, ts: string): Seen | undefined => {
      const found = channelOf(world, ref).messages.at(ts);
      return found && seen(ref)(found);
    },
    /** The replies of a thread, without its root. */
    thread: (ref: ChannelRef, ts: string): Seen[] =>
      channelOf(world, ref).messages.repliesTo(ts).map(seen(ref)),
    ephemeralsTo: ({ id }: { id: string }): Ephemeral[] =>
      structuredClone(world.ephemerals.filter(({ to }) => to === id)),
    /** What the app and a person wrote to each other privately. */
    directMessagesTo: ({ id }: { id: string }): Seen[] =>
      [...world.channels.values()]
        .filter(({ kind, members }) => kind === 'im' && members.has(id))
        .flatMap((channel) => channel.messages.all().map(seen(channel))),
    filesIn: (ref: ChannelRef): SharedFile[] =>
      world.files.filter(({ channel }) => channel === channelOf(world, ref).id),
    /** The modal in front of a person now. */
    openView: ({ id }: { id: string }): SeenView | undefined => {
      const open = world.views.get(id)?.at(-1);
      return open && ({ blocks: [], ...presentView(world, open, formState(open)), id: open.id } as SeenView);
    },
    reactionsOn: (ref: ChannelRef, ts: string): NonNullable<Message['reactions']> =>
      channelOf(world, ref).messages.at(ts)?.reactions ?? [],
    /** What the app asked of the Web API, "upload" and "response_url" included, with the answers. */
    calls: (method?: string): Call[] =>
      world.calls.filter((call) => method === undefined || call.method === method),
  };
};
