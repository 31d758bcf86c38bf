import { z } from 'zod';

const text = (max: number) => z.string().min(1).max(max);

/** plain_text of at most `max` characters. */
export const plainText = (max: number) =>
  z.strictObject({ type: z.literal('plain_text'), text: text(max), emoji: z.boolean().optional() });

const mrkdwn = (max: number) =>
  z.strictObject({ type: z.literal('mrkdwn'), text: text(max), verbatim: z.boolean().optional() });

/** plain_text or mrkdwn of at most `max` characters. */
export const anyText = (max: number) => z.discriminatedUnion('type', [plainText(max), mrkdwn(max)]);

export const identifier = text(255);
export const placeholder = plainText(150).optional();

export const confirm = z
  .strictObject({
    title: plainText(100),
    text: anyText(300),
    confirm: plainText(30),
    deny: plainText(30),
    style: z.enum(['primary', 'danger']).optional(),
  })
  .optional();

const optionOf = <T extends z.ZodType>(label: T) =>
  z.strictObject({
    text: label,
    value: text(150),
    description: plainText(75).optional(),
    url: z.string().max(3000).optional(),
  });
/** An option of a menu. */
export const menuOption = optionOf(plainText(75));
/** An option of checkboxes or radio buttons, which may be mrkdwn. */
export const choice = optionOf(anyText(75));
