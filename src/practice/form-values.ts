import { optionsOf } from './block-elements.ts';
import type { Block, Payload } from './payload.ts';

type Field = { state: string; initial: string; isOption?: boolean; isMany?: boolean };

/** Where each element keeps what was entered, and what it starts with. */
const fields: Record<string, Field> = {
  plain_text_input: { state: 'value', initial: 'initial_value' },
  static_select: { state: 'selected_option', initial: 'initial_option', isOption: true },
  multi_static_select: {
    state: 'selected_options',
    initial: 'initial_options',
    isOption: true,
    isMany: true,
  },
  checkboxes: { state: 'selected_options', initial: 'initial_options', isOption: true, isMany: true },
  radio_buttons: { state: 'selected_option', initial: 'initial_option', isOption: true },
  overflow: { state: 'selected_option', initial: '', isOption: true },
  datepicker: { state: 'selected_date', initial: 'initial_date' },
  timepicker: { state: 'selected_time', initial: 'initial_time' },
  datetimepicker: { state: 'selected_date_time', initial: 'initial_date_time' },
  users_select: { state: 'selected_user', initial: 'initial_user' },
  multi_users_select: { state: 'selected_users', initial: 'initial_users', isMany: true },
  conversations_select: { state: 'selected_conversation', initial: 'initial_conversation' },
  multi_conversations_select: {
    state: 'selected_conversations',
    initial: 'initial_conversations',
    isMany: true,
  },
  channels_select: { state: 'selected_channel', initial: 'initial_channel' },
  multi_channels_select: { state: 'selected_channels', initial: 'initial_channels', isMany: true },
};

/** True of elements that hold a value; buttons hold none. */
export const holdsValue = ({ type }: Block): boolean => type in fields && type !== 'overflow';

/** What an element holds before anybody touched it. `here` is the conversation the form was opened from. */
export const initialState = (element: Block, here: string | undefined): Payload => {
  const field = fieldOf(element);
  const current = element.default_to_current_conversation === true ? here : undefined;
  const start = element[field.initial] ?? (field.isMany && current ? [current] : current);
  return { type: element.type, [field.state]: start ?? (field.isMany ? [] : null) };
};

/** What an element holds once a person entered `value`: plain text, an option's value, an id, or a list of them. */
export const enteredState = (element: Block, value: unknown): Payload => {
  const field = fieldOf(element);
  const values = Array.isArray(value) ? value : [value];
  if (Array.isArray(value) !== (field.isMany ?? false))
    throw new Error(`${element.type} takes ${field.isMany ? 'a list' : 'one value'}`);
  const chosen = values.map((one) => (field.isOption ? optionWith(element, one) : wireValue(one)));
  return { type: element.type, [field.state]: field.isMany ? chosen : chosen[0] };
};

/** What stands in an element, null when nothing does. */
export const valueIn = (element: Block, state: Payload): unknown => {
  const value = state[fieldOf(element).state];
  return value === '' || (Array.isArray(value) && value.length === 0) ? null : (value ?? null);
};

const fieldOf = ({ type }: Block): Field => {
  const field = fields[type];
  if (field === undefined) throw new Error(`Nothing can be entered in a ${type}`);
  return field;
};

const optionWith = (element: Block, value: unknown): unknown => {
  if (value === null) return null;
  const option = optionsOf(element).find((one) => one.value === value);
  const known = optionsOf(element).map((one) => one.value);
  if (option === undefined) throw new Error(`${element.action_id} offers ${known}, not ${value}`);
  return option;
};

const wireValue = (value: unknown): unknown => {
  if (value instanceof Date) return Math.floor(value.getTime() / 1000);
  if (typeof value === 'object' && value !== null && 'id' in value) return value.id;
  return value === '' ? null : value;
};
