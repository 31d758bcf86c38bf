import type {
  InputBlock,
  InputBlockElement,
  PlainTextInput,
  PlainTextOption,
  StaticSelect,
} from '@slack/types';
import { plain } from './blocks.ts';

/** Slack's longest label of an option, and hint (Block Kit reference). */
const OPTION_LIMIT = 75;
const HINT_LIMIT = 2_000;
/** Slack's longest typed text. */
const TYPED_LIMIT = 3_000;

export const option = (value: string, label: string): PlainTextOption => ({
  value,
  text: plain(label, OPTION_LIMIT),
});

/** A labelled field of a form; its id is also its element's action_id. */
export const input = (
  id: string,
  label: string,
  element: InputBlockElement,
  extra: { optional?: boolean; hint?: string; dispatch?: boolean } = {},
): InputBlock => ({
  type: 'input',
  block_id: id,
  label: plain(label),
  element,
  optional: extra.optional ?? false,
  ...(extra.hint === undefined ? {} : { hint: plain(extra.hint, HINT_LIMIT) }),
  ...(extra.dispatch ? { dispatch_action: true } : {}),
});

/**
 * A field to type in, with what it starts with. It takes as much as Slack does, also where we take less: what is
 * too long then gets our message on its field instead of a key that does nothing.
 */
export const textInput = (actionId: string, value = '', isMultiline = false): PlainTextInput => ({
  type: 'plain_text_input',
  action_id: actionId,
  multiline: isMultiline,
  max_length: TYPED_LIMIT,
  ...(value === '' ? {} : { initial_value: value }),
});

/** A menu with one choice, which stands at `value` where that is offered. */
export function select(actionId: string, options: PlainTextOption[], value: string): StaticSelect {
  const chosen = options.find((one) => one.value === value);
  return {
    type: 'static_select',
    action_id: actionId,
    options,
    ...(chosen === undefined ? {} : { initial_option: chosen }),
  };
}
