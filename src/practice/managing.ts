import { type ChannelRef, channelOf } from './conversations.ts';
import { createMessageList } from './message-list.ts';
import { change } from './messages.ts';
import { enterChannel, leaveChannel } from './people.ts';
import { mark } from './reactions.ts';
import type { World } from './world.ts';

type NewChannel = {
  name: string;
  isPrivate?: boolean;
  members?: readonly { id: string }[];
  withApp?: boolean;
};

/** What happens in a workspace that is nobody's doing in particular. */
export const managing = (world: World) => ({
  addChannel: ({ name, isPrivate = false, members = [], withApp = true }: NewChannel) => {
    const id = world.nextId(isPrivate ? 'G' : 'C');
    const people = members.map((member) => member.id);
    const everybody = new Set(withApp ? [...people, world.identity.botUserId] : people);
    const kind = isPrivate ? 'private' : 'public';
    world.channels.set(id, { id, name, kind, members: everybody, messages: createMessageList() });
    return { id, name };
  },
  invitesApp: (ref: ChannelRef): void => enterChannel(world, ref, world.identity.botUserId),
  removesApp: (ref: ChannelRef): void => leaveChannel(world, ref, world.identity.botUserId),
  /** A link preview appears: message_changed with the same words and no `edited`. */
  unfurls: (ref: ChannelRef, ts: string, title = 'A page'): void => {
    change(world, channelOf(world, ref), ts, {
      attachments: [{ id: 1, title, from_url: 'https://example.org' }],
    });
  },
  /** The app's own reaction stands on a message, from an earlier time: nobody is told. */
  bearsMark: (ref: ChannelRef, ts: string, name: string): void => {
    mark(channelOf(world, ref), ts, world.identity.botUserId, name);
  },
  /** Somebody's account is switched off. */
  deactivates: ({ id }: { id: string }): void => {
    const person = world.people.get(id);
    if (person !== undefined) person.deleted = true;
  },
});
