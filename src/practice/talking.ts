import { type Said, typed } from './compose-message.ts';
import { type ChannelRef, channelOf } from './conversations.ts';
import { edit, post, remove } from './messages.ts';
import { react, unreact } from './reactions.ts';
import type { Channel, Message, PersonRecord, World } from './world.ts';

export type Attachment = { name: string; url?: string; mimetype?: string };
export type Spoken = string | Said;

/** What a person says and does in the channels they are in; each gives the app the events Slack gives it. */
export const talking = (world: World, person: PersonRecord) => {
  const inside = (ref: ChannelRef): Channel => insideOf(world, person, ref);
  const own = (ref: ChannelRef, ts: string): Channel => {
    const channel = inside(ref);
    if (channel.messages.at(ts)?.user !== person.id) throw new Error(`${person.name} did not write ${ts}`);
    return channel;
  };
  const say = (ref: ChannelRef, said: Spoken, more: { thread_ts?: string; broadcast?: boolean } = {}) =>
    post(world, inside(ref), { ...voice(world, person), ...worded(said), ...more }).ts;
  return {
    /** Writes in the channel; gives the message's ts. */
    posts: (ref: ChannelRef, said: Spoken, { files }: { files?: Attachment[] } = {}): string =>
      files === undefined ? say(ref, said) : share(world, person, inside(ref), said, files),
    /** Writes in a thread; gives the message's ts. */
    replies: (
      ref: ChannelRef,
      threadTs: string,
      said: Spoken,
      { broadcast = false, files }: { broadcast?: boolean; files?: Attachment[] } = {},
    ): string => {
      if (inside(ref).messages.at(threadTs) === undefined) throw new Error(`There is no thread ${threadTs}`);
      return files === undefined
        ? say(ref, said, { thread_ts: threadTs, broadcast })
        : share(world, person, inside(ref), said, files, threadTs);
    },
    edits: (ref: ChannelRef, ts: string, said: Spoken): void => {
      edit(world, own(ref, ts), ts, person.id, { blocks: undefined, ...worded(said) });
    },
    deletes: (ref: ChannelRef, ts: string): void => remove(world, own(ref, ts), ts),
    reacts: (ref: ChannelRef, ts: string, name: string): void =>
      react(world, inside(ref), ts, person.id, name),
    unreacts: (ref: ChannelRef, ts: string, name: string): void =>
      unreact(world, inside(ref), ts, person.id, name),
  };
};

/** The channel, when the person is in it; throws otherwise, since Slack would not show it to write in. */
export const insideOf = (world: World, person: PersonRecord, ref: ChannelRef): Channel => {
  const channel = channelOf(world, ref);
  if (!channel.members.has(person.id)) throw new Error(`${person.name} is not in ${channel.name}`);
  return channel;
};

const worded = (said: Spoken): Said => (typeof said === 'string' ? typed(said) : said);

const voice = (
  world: World,
  { id, name, isBot, teamId }: PersonRecord,
): Pick<Message, 'user'> & Partial<Message> => {
  if (!isBot) return { user: id, team: teamId, client_msg_id: world.nextId('client-') };
  const profile = { id: `B-${id}`, name, team_id: world.identity.teamId };
  return { user: id, bot_id: profile.id, bot_profile: profile };
};

const share = (
  world: World,
  person: PersonRecord,
  channel: Channel,
  said: Spoken,
  attached: Attachment[],
  threadTs?: string,
): string => {
  const files = attached.map(({ name, url, mimetype = 'application/pdf' }) => {
    const id = world.nextId('F');
    const link = url ?? `${world.url}/files/${person.id}/${id}/${encodeURIComponent(name)}`;
    const { id: user } = person;
    return { id, name, title: name, mimetype, user, mode: 'hosted', permalink: link, url_private: link };
  });
  const words = { ...voice(world, person), ...worded(said), subtype: 'file_share', files };
  return post(world, channel, { ...words, thread_ts: threadTs }).ts;
};
