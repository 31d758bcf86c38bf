import { directChannel, knownChannel } from '../conversations.ts';
import { Refusal } from '../refusal.ts';
import type { Channel, World } from '../world.ts';
import { argument, method, needConversationScope } from './method.ts';
import { pageOf } from './paging.ts';

const { text, flag, count } = argument;

const info = method({
  args: {
    channel: text,
    include_locale: flag.optional(),
    include_num_members: flag.optional(),
  },
  run: (world, args) => {
    const channel = knownChannel(world, args.channel);
    needConversationScope(world, channel, 'read');
    const members = args.include_num_members === true ? { num_members: channel.members.size } : {};
    return { channel: { ...described(world, channel), ...members } };
  },
});

const members = method({
  args: { channel: text, cursor: text.optional(), limit: count.optional() },
  run: (world, args) => {
    const channel = knownChannel(world, args.channel);
    needConversationScope(world, channel, 'read');
    const page = pageOf([...channel.members], args);
    return { members: page.items, response_metadata: page.metadata };
  },
});

const open = method({
  scope: 'im:write',
  args: { users: text, return_im: flag.optional() },
  run: (world, { users }) => {
    if (!world.people.has(users)) throw new Refusal('user_not_found');
    return { channel: { id: directChannel(world, users).id } };
  },
});

/** conversations.*: what a conversation is and who is in it. */
export const conversationMethods = {
  'conversations.info': info,
  'conversations.members': members,
  'conversations.open': open,
};

const described = ({ identity }: World, { id, name, kind, members: people }: Channel) => ({
  id,
  ...(kind === 'im' ? {} : { name, name_normalized: name }),
  is_channel: kind === 'public',
  is_group: kind === 'private',
  is_im: kind === 'im',
  is_private: kind !== 'public',
  is_member: people.has(identity.botUserId),
  is_archived: false,
  is_shared: false,
  is_ext_shared: false,
  is_general: false,
});
