import { elementsOf } from './block-elements.ts';
import { enteredState, holdsValue, initialState, valueIn } from './form-values.ts';
import type { Block, Payload } from './payload.ts';
import type { Channel, OpenView, World } from './world.ts';

type Values = Record<string, Record<string, Payload>>;

/** The state of every input of a modal, as Slack sends it: what was entered, else what it started with. */
export const formState = ({ view, entered, channelId }: OpenView): Values => {
  const stateOf = (block: Block, element: Block): Payload =>
    entered[String(block.block_id)]?.[String(element.action_id)] ?? initialState(element, channelId);
  const rows = view.blocks.map((block) => {
    const elements = elementsOf(block).filter(holdsValue);
    return [
      String(block.block_id),
      Object.fromEntries(elements.map((one) => [one.action_id, stateOf(block, one)])),
    ] as const;
  });
  return Object.fromEntries(rows.filter(([, states]) => Object.keys(states).length > 0));
};

/** Enters a value into the element of a block. */
export const enter = (open: OpenView, block: Block, element: Block, value: unknown): Payload => {
  const state = enteredState(element, value);
  const blockId = String(block.block_id);
  open.entered[blockId] = { ...open.entered[blockId], [String(element.action_id)]: state };
  return state;
};

/** Throws what Slack's own client would tell the person instead of sending the form. */
export const refuseUnsendable = (world: World, open: OpenView, values: Values): void => {
  for (const block of open.view.blocks) {
    if (block.type !== 'input') continue;
    for (const element of elementsOf(block)) {
      const value = valueIn(element, values[String(block.block_id)]?.[String(element.action_id)] ?? {});
      const complaint = complaintAbout(world, open, block, element, value);
      if (complaint !== null)
        throw new Error(`Slack would not send this form: ${block.block_id} ${complaint}`);
    }
  }
};

const complaintAbout = (
  world: World,
  open: OpenView,
  block: Block,
  element: Block,
  value: unknown,
): string | null => {
  if (value === null) return block.optional === true ? null : 'must be filled in';
  if (element.type === 'plain_text_input') return lengthComplaint(element, String(value));
  const ids = (Array.isArray(value) ? value : [value]).map(String);
  if (ids.length > Number(element.max_selected_items ?? Number.POSITIVE_INFINITY))
    return 'has too many selected';
  const isOffered = offers[element.type.replace('multi_', '')];
  const stranger = isOffered && ids.find((id) => !isOffered(world, open, element, id));
  return stranger ? `does not offer ${stranger}` : null;
};

const lengthComplaint = ({ min_length = 0, max_length = 3000 }: Block, { length }: string): string | null => {
  if (length < Number(min_length)) return `needs ${min_length} characters`;
  return length > Number(max_length) ? `takes ${max_length} characters` : null;
};

type Offers = (world: World, open: OpenView, element: Block, id: string) => boolean;
const offers: Record<string, Offers> = {
  users_select: ({ people, identity }, _, __, id) => id === identity.botUserId || people.has(id),
  channels_select: ({ channels }, _, __, id) => channels.get(id)?.kind === 'public',
  conversations_select: ({ channels }, { userId }, { filter }, id) => {
    const channel = channels.get(id);
    if (channel === undefined) return false;
    const { include } = (filter ?? {}) as { include?: string[] };
    return isVisible(channel, userId) && (include === undefined || include.includes(channel.kind));
  },
};
const isVisible = ({ kind, members }: Channel, userId: string): boolean =>
  kind === 'public' || members.has(userId);
