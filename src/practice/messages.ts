import { presented } from './conversations.ts';
import type { Channel, Message, World } from './world.ts';

export type Draft = Omit<Message, 'type' | 'ts' | 'team' | 'parent_user_id' | 'root' | 'thread_ts'> & {
  team?: string | undefined;
  thread_ts?: string | undefined;
  broadcast?: boolean | undefined;
};

const channelTypes = { public: 'channel', private: 'group', im: 'im' } as const;

/** Puts a message into a channel and tells the app of it. */
export const post = (world: World, channel: Channel, { broadcast, ...draft }: Draft): Message => {
  const root = draft.thread_ts === undefined ? undefined : channel.messages.at(draft.thread_ts);
  const subtype = broadcast ? 'thread_broadcast' : draft.subtype;
  const message: Message = {
    type: 'message',
    ...draft,
    ts: world.nextTs(),
    team: draft.team ?? world.identity.teamId,
    ...(subtype === undefined ? {} : { subtype }),
    ...(root === undefined ? {} : { parent_user_id: root.user }),
    ...(root !== undefined && broadcast ? { root: presented(channel, root) } : {}),
  };
  channel.messages.put(message);
  world.emit(channel, { ...structuredClone(message), ...where(channel), event_ts: message.ts });
  return message;
};

/** Replaces a message by what `change` makes of it; the app gets both. Only an edit by its author carries `edited`. */
export const change = (world: World, channel: Channel, ts: string, changes: Partial<Message>): Message => {
  const before = existing(channel, ts);
  const after = { ...before, ...changes };
  channel.messages.put(after);
  tellHidden(world, channel, 'message_changed', {
    message: presented(channel, after),
    previous_message: structuredClone(before),
  });
  return after;
};

/** An edit of the words by `user`. */
export const edit = (world: World, channel: Channel, ts: string, user: string, changes: Partial<Message>) =>
  change(world, channel, ts, { ...changes, edited: { user, ts: world.nextTs() } });

/** Deletes as Slack does: a root with replies leaves a tombstone, which goes with its last reply. */
export const remove = (world: World, channel: Channel, ts: string): void => {
  const message = existing(channel, ts);
  if (channel.messages.repliesTo(ts).length > 0) {
    const grave = {
      user: 'USLACKBOT',
      subtype: 'tombstone',
      text: 'This message was deleted.',
      thread_ts: ts,
    };
    const rest = { blocks: undefined, files: undefined, metadata: undefined, edited: undefined };
    change(world, channel, ts, { ...grave, ...rest, client_msg_id: undefined, reactions: undefined });
    return;
  }
  channel.messages.remove(message);
  tellHidden(world, channel, 'message_deleted', {
    deleted_ts: ts,
    previous_message: structuredClone(message),
  });
  const root = message.thread_ts === undefined ? undefined : channel.messages.at(message.thread_ts);
  const isEmptyGrave = root?.subtype === 'tombstone' && channel.messages.repliesTo(root.ts).length === 0;
  if (root !== undefined && isEmptyGrave) remove(world, channel, root.ts);
};

const existing = (channel: Channel, ts: string): Message => {
  const message = channel.messages.at(ts);
  if (message === undefined) throw new Error(`There is no message ${ts} in ${channel.name}`);
  return message;
};

const where = ({ id, kind }: Channel) => ({ channel: id, channel_type: channelTypes[kind] });

const tellHidden = (world: World, channel: Channel, subtype: string, what: object): void => {
  const ts = world.nextTs();
  world.emit(channel, {
    type: 'message',
    subtype,
    hidden: true,
    ...what,
    ...where(channel),
    ts,
    event_ts: ts,
  });
};
