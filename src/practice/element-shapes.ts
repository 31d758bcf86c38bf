import { z } from 'zod';
import { choice, confirm, identifier, menuOption, placeholder, plainText } from './text-shapes.ts';

const actionable = { action_id: identifier.optional(), confirm };
const focusable = { ...actionable, focus_on_load: z.boolean().optional() };
const menu = { ...focusable, placeholder };
const atMost = z.number().int().min(1).optional();

const menuOptions = z.array(menuOption).min(1).max(100);
const optionSource = {
  options: menuOptions.optional(),
  option_groups: z
    .array(z.strictObject({ label: plainText(75), options: menuOptions }))
    .min(1)
    .max(100)
    .optional(),
};
const choices = z.array(choice).min(1).max(10);
const ids = z.array(z.string()).min(1).optional();
const conversationFilter = z
  .strictObject({
    include: z
      .array(z.enum(['im', 'mpim', 'private', 'public']))
      .min(1)
      .optional(),
    exclude_external_shared_channels: z.boolean().optional(),
    exclude_bot_users: z.boolean().optional(),
  })
  .optional();
const conversations = {
  ...menu,
  default_to_current_conversation: z.boolean().optional(),
  filter: conversationFilter,
};

const element = <T extends string, S extends z.ZodRawShape>(type: T, shape: S) =>
  z.strictObject({ type: z.literal(type), ...shape });

const button = element('button', {
  ...actionable,
  text: plainText(75),
  value: z.string().max(2000).optional(),
  url: z.string().max(3000).optional(),
  style: z.enum(['primary', 'danger']).optional(),
  accessibility_label: z.string().max(75).optional(),
});
const overflow = element('overflow', { ...actionable, options: z.array(menuOption).min(1).max(5) });

const textInput = {
  action_id: identifier.optional(),
  placeholder,
  focus_on_load: z.boolean().optional(),
  dispatch_action_config: z
    .strictObject({
      trigger_actions_on: z
        .array(z.enum(['on_enter_pressed', 'on_character_entered']))
        .min(1)
        .optional(),
    })
    .optional(),
  initial_value: z.string().max(3000).optional(),
};
const plainTextInput = element('plain_text_input', {
  ...textInput,
  multiline: z.boolean().optional(),
  min_length: z.number().int().min(0).max(3000).optional(),
  max_length: z.number().int().min(1).max(3000).optional(),
});

const pickers = [
  element('static_select', { ...menu, ...optionSource, initial_option: menuOption.optional() }),
  element('multi_static_select', {
    ...menu,
    ...optionSource,
    initial_options: menuOptions.optional(),
    max_selected_items: atMost,
  }),
  element('users_select', { ...menu, initial_user: z.string().optional() }),
  element('multi_users_select', { ...menu, initial_users: ids, max_selected_items: atMost }),
  element('conversations_select', {
    ...conversations,
    initial_conversation: z.string().optional(),
    response_url_enabled: z.boolean().optional(),
  }),
  element('multi_conversations_select', {
    ...conversations,
    initial_conversations: ids,
    max_selected_items: atMost,
  }),
  element('channels_select', {
    ...menu,
    initial_channel: z.string().optional(),
    response_url_enabled: z.boolean().optional(),
  }),
  element('multi_channels_select', { ...menu, initial_channels: ids, max_selected_items: atMost }),
  element('checkboxes', { ...focusable, options: choices, initial_options: choices.optional() }),
  element('radio_buttons', { ...focusable, options: choices, initial_option: choice.optional() }),
  element('datepicker', { ...menu, initial_date: z.iso.date().optional() }),
  element('timepicker', {
    ...menu,
    initial_time: z
      .string()
      .regex(/^\d\d:\d\d$/)
      .optional(),
    timezone: z.string().optional(),
  }),
  element('datetimepicker', {
    ...focusable,
    initial_date_time: z.number().int().min(1_000_000_000).max(9_999_999_999).optional(),
  }),
] as const;

export const image = element('image', {
  image_url: z.url().max(3000),
  alt_text: z.string().min(1).max(2000),
});

/** What an input block may hold. */
export const inputElement = z.discriminatedUnion('type', [plainTextInput, ...pickers]);
/** What an actions block may hold. */
export const actionElement = z.discriminatedUnion('type', [button, overflow, ...pickers]);
/** What may stand beside a section's text. */
export const accessory = z.discriminatedUnion('type', [button, overflow, image, ...pickers]);
