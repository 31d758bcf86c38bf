import { elementsOf } from './block-elements.ts';
import { type ChannelRef, channelOf, presented } from './conversations.ts';
import { showTo } from './ephemerals.ts';
import { enteredState } from './form-values.ts';
import { commandBody, interaction } from './interactions.ts';
import type { Block, Payload } from './payload.ts';
import { Refusal } from './refusal.ts';
import { answerByAck, newResponseUrl } from './response-urls.ts';
import { insideOf } from './talking.ts';
import { type Answer, type Carry, isAccepted } from './transport.ts';
import type { Channel, Ephemeral, Message, PersonRecord, World } from './world.ts';

/** A message as a test sees it, with where it stands. */
export type Seen = Message & { channel: string };

/** Commands, clicks and shortcuts: what a person does to an app, with what the app answered. */
export const acting = (world: World, person: PersonRecord, carry: Carry) => ({
  /** Types a slash command into the channel's composer. */
  types: async (ref: ChannelRef, line: string): Promise<Answer> => {
    const channel = insideOf(world, person, ref);
    const [command = '', ...rest] = line.split(' ');
    const body = commandBody(world, person, channel, command, rest.join(' '));
    const answer = await carry({ kind: 'slash_commands', body });
    if (isAccepted(answer) && answer.ack !== null) shown(world, person, channel, answer.ack);
    if (!isAccepted(answer)) showTo(world, person.id, channel, { text: `${command} failed with the error` });
    world.changed();
    return answer;
  },
  /** Clicks a button, or chooses `value` from a menu, in a message or an ephemeral one. */
  clicks: async (on: Seen | Ephemeral, actionId: string, value?: unknown): Promise<Answer> => {
    const channel = insideOf(world, person, on.channel);
    const { block, element } = actionIn(on.blocks ?? [], actionId, value);
    const action = actionOf(world, block, element, value);
    const body = { ...clickBody(world, person, channel, on), actions: [action] };
    const answer = await carry({ kind: 'interactive', body });
    world.changed();
    return answer;
  },
  /** Uses a message shortcut: "More actions" on a message the person can see. */
  usesShortcut: async (callbackId: string, ref: ChannelRef, ts: string): Promise<Answer> => {
    const channel = insideOf(world, person, ref);
    const message = channelOf(world, ref).messages.at(ts);
    if (message === undefined) throw new Error(`There is no message ${ts}`);
    const body = {
      ...interaction(world, person.id, channel, 'message_action'),
      callback_id: callbackId,
      action_ts: world.nextTs(),
      message_ts: ts,
      message: presented(channel, message),
      response_url: newResponseUrl(world, person.id, channel, null),
    };
    const answer = await carry({ kind: 'interactive', body });
    world.changed();
    return answer;
  },
});

/** The action as block_actions names it: a button's value, or what was chosen. */
export const actionOf = (world: World, block: Block, element: Block, value: unknown): Payload => {
  const chosen =
    element.type === 'button'
      ? {
          type: 'button',
          text: element.text,
          ...(element.value === undefined ? {} : { value: element.value }),
        }
      : enteredState(element, value);
  return { ...chosen, action_id: element.action_id, block_id: block.block_id, action_ts: world.nextTs() };
};

const actionIn = (blocks: Block[], actionId: string, value: unknown): { block: Block; element: Block } => {
  const all = blocks.flatMap((block) => elementsOf(block).map((element) => ({ block, element })));
  const named = all.filter(({ element }) => element.action_id === actionId);
  const found = named.find(({ element }) => isMeant(element, value));
  if (found === undefined) throw new Error(`There is no ${actionId}${value ? ` (${value})` : ''} to click`);
  return found;
};
const isMeant = ({ type, value: own }: Block, value: unknown): boolean =>
  type !== 'button' || value === undefined || own === value;

const shown = (world: World, person: PersonRecord, channel: Channel, ack: unknown): void => {
  try {
    answerByAck(world, person.id, channel, ack);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    world.complaints.push(`The answer to a command: ${error.message}`);
  }
};

const clickBody = (world: World, { id }: PersonRecord, channel: Channel, on: Seen | Ephemeral): Payload => {
  const isEphemeral = 'ephemeral' in on;
  if (isEphemeral && on.to !== id) throw new Error('An ephemeral message is seen by one person only');
  const message = isEphemeral ? undefined : channel.messages.at(on.ts);
  if (!isEphemeral && message === undefined) throw new Error(`The message ${on.ts} is gone`);
  return {
    ...interaction(world, id, channel, 'block_actions'),
    container: {
      type: 'message',
      message_ts: on.ts,
      channel_id: channel.id,
      is_ephemeral: isEphemeral,
      ...(on.thread_ts === undefined ? {} : { thread_ts: on.thread_ts }),
    },
    ...(message === undefined ? {} : { message: presented(channel, message) }),
    state: { values: {} },
    response_url: newResponseUrl(world, id, channel, on.ts),
  };
};
