import { acting } from './acting.ts';
import { type ChannelRef, channelOf } from './conversations.ts';
import { fillingIn } from './filling-in.ts';
import { talking } from './talking.ts';
import type { Carry } from './transport.ts';
import type { PersonRecord, World } from './world.ts';

export type NewPerson = Partial<Omit<PersonRecord, 'id' | 'name'>> & { name: string };

/** Adds somebody to the workspace; the handle's verbs are what they can do there. */
export const addPerson = (world: World, carry: Carry, given: NewPerson) => {
  const person: PersonRecord = {
    id: world.nextId('U'),
    teamId: world.identity.teamId,
    tz: 'Europe/London',
    isGuest: false,
    isBot: false,
    isAdmin: false,
    deleted: false,
    ...given,
  };
  world.people.set(person.id, person);
  return {
    id: person.id,
    name: person.name,
    ...talking(world, person),
    ...acting(world, person, carry),
    ...fillingIn(world, person, carry),
    joins: (ref: ChannelRef): void => enterChannel(world, ref, person.id),
    leaves: (ref: ChannelRef): void => leaveChannel(world, ref, person.id),
  };
};
export type Person = ReturnType<typeof addPerson>;

/** Somebody, or the app, comes in; the app hears of it when it is in. */
export const enterChannel = (world: World, ref: ChannelRef, user: string): void => {
  const channel = channelOf(world, ref);
  channel.members.add(user);
  world.emit(channel, membership('member_joined_channel', world, channel, user));
};

/** Somebody, or the app, goes; the app no longer hears of it when it was the app. */
export const leaveChannel = (world: World, ref: ChannelRef, user: string): void => {
  const channel = channelOf(world, ref);
  if (!channel.members.delete(user)) throw new Error(`${user} is not in ${channel.name}`);
  world.emit(channel, membership('member_left_channel', world, channel, user));
};

const membership = (
  type: string,
  world: World,
  { id, kind }: ReturnType<typeof channelOf>,
  user: string,
) => ({
  type,
  user,
  channel: id,
  channel_type: kind === 'private' ? 'G' : 'C',
  team: world.identity.teamId,
  event_ts: world.nextTs(),
});
