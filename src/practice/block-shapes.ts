import { z } from 'zod';
import { accessory, actionElement, image, inputElement } from './element-shapes.ts';
import { richTextElements } from './rich-text-shape.ts';
import { anyText, identifier, plainText } from './text-shapes.ts';

const block = <T extends string, S extends z.ZodRawShape>(type: T, shape: S) =>
  z.strictObject({ type: z.literal(type), block_id: identifier.optional(), ...shape });

const section = block('section', {
  text: anyText(3000).optional(),
  fields: z.array(anyText(2000)).min(1).max(10).optional(),
  accessory: accessory.optional(),
  expand: z.boolean().optional(),
}).refine(({ text, fields }) => text !== undefined || fields !== undefined, 'must have text or fields');

const everywhere = [
  section,
  block('header', { text: plainText(150) }),
  block('divider', {}),
  block('context', {
    elements: z
      .array(z.union([image, anyText(3000)]))
      .min(1)
      .max(10),
  }),
  block('actions', { elements: z.array(actionElement).min(1).max(25) }),
  block('image', { ...image.omit({ type: true }).shape, title: plainText(2000).optional() }),
  block('rich_text', { elements: richTextElements }),
  block('input', {
    label: plainText(2000),
    hint: plainText(2000).optional(),
    optional: z.boolean().optional(),
    dispatch_action: z.boolean().optional(),
    element: inputElement,
  }),
] as const;

const cell = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('raw_text'), text: z.string().min(1) }),
  z.strictObject({ type: z.literal('raw_number'), value: z.number(), text: z.string() }),
  block('rich_text', { elements: richTextElements }),
]);
const table = block('table', {
  rows: z.array(z.array(cell).min(1).max(20)).min(1).max(100),
  column_settings: z
    .array(
      z
        .strictObject({
          align: z.enum(['left', 'center', 'right']).optional(),
          is_wrapped: z.boolean().optional(),
        })
        .nullable(),
    )
    .max(20)
    .optional(),
});

/** The blocks of a message: at most 50. */
export const messageBlocks = z
  .array(
    z.discriminatedUnion('type', [
      ...everywhere,
      table,
      block('markdown', { text: z.string().min(1).max(12_000) }),
    ]),
  )
  .max(50);

/** A modal: at most 100 blocks, and a submit button as soon as there is something to send. */
export const modal = z
  .strictObject({
    type: z.literal('modal'),
    title: plainText(24),
    submit: plainText(24).optional(),
    close: plainText(24).optional(),
    blocks: z.array(z.discriminatedUnion('type', [...everywhere])).max(100),
    private_metadata: z.string().max(3000).optional(),
    callback_id: z.string().max(255).optional(),
    external_id: z.string().max(255).optional(),
    clear_on_close: z.boolean().optional(),
    notify_on_close: z.boolean().optional(),
  })
  .refine(({ blocks, submit }) => submit !== undefined || blocks.every(({ type }) => type !== 'input'), {
    path: ['submit'],
    message: 'must have a submit button when there is an input block',
  });
