import { joinedChannel } from '../conversations.ts';
import { react, unreact } from '../reactions.ts';
import { Refusal } from '../refusal.ts';
import { argument, method } from './method.ts';

const { text } = argument;
const args = { channel: text, timestamp: text, name: text };
const emojiName = /^[\p{L}\d_+'-]+(::skin-tone-[2-6])?$/u;

const refuseName = (name: string): void => {
  if (!emojiName.test(name)) throw new Refusal('invalid_name');
};

/** reactions.*: the app's own reactions. */
export const reactionMethods = {
  'reactions.add': method({
    scope: 'reactions:write',
    args,
    run: (world, { channel, timestamp, name }) => {
      refuseName(name);
      react(world, joinedChannel(world, channel), timestamp, world.identity.botUserId, name);
      return {};
    },
  }),
  'reactions.remove': method({
    scope: 'reactions:write',
    args,
    run: (world, { channel, timestamp, name }) => {
      refuseName(name);
      unreact(world, joinedChannel(world, channel), timestamp, world.identity.botUserId, name);
      return {};
    },
  }),
};
