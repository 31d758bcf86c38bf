import { Refusal } from './refusal.ts';
import type { Channel, Message, World } from './world.ts';

/** Puts a person's (or the app's) reaction on a message; refuses a second one of the same name. */
export const react = (world: World, channel: Channel, ts: string, user: string, name: string): void => {
  tell(world, channel, 'reaction_added', mark(channel, ts, user, name), user, name);
};

/** The same, without telling anybody. */
export const mark = (channel: Channel, ts: string, user: string, name: string): Message => {
  const message = reactable(channel, ts);
  const reactions = message.reactions ?? [];
  const users = reactions.find((one) => one.name === name)?.users ?? [];
  if (users.includes(user)) throw new Refusal('already_reacted');
  message.reactions = withUsers(reactions, name, [...users, user]);
  return message;
};

/** Takes it off again; refuses when it is not there. */
export const unreact = (world: World, channel: Channel, ts: string, user: string, name: string): void => {
  const message = reactable(channel, ts);
  const reactions = message.reactions ?? [];
  const users = reactions.find((one) => one.name === name)?.users ?? [];
  if (!users.includes(user)) throw new Refusal('no_reaction');
  message.reactions = withUsers(
    reactions,
    name,
    users.filter((one) => one !== user),
  );
  tell(world, channel, 'reaction_removed', message, user, name);
};

const reactable = (channel: Channel, ts: string): Message => {
  const message = channel.messages.at(ts);
  if (message === undefined || message.subtype === 'tombstone') throw new Refusal('message_not_found');
  return message;
};

const withUsers = (reactions: NonNullable<Message['reactions']>, name: string, users: string[]) => {
  const others = reactions.filter((one) => one.name !== name);
  return users.length === 0 ? others : [...others, { name, users, count: users.length }];
};

const tell = (
  world: World,
  channel: Channel,
  type: string,
  message: Message,
  user: string,
  reaction: string,
) => {
  const item = { type: 'message', channel: channel.id, ts: message.ts };
  world.emit(channel, { type, user, reaction, item, item_user: message.user, event_ts: world.nextTs() });
};
