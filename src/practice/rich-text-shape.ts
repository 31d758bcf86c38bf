import { z } from 'zod';

const style = z
  .strictObject({
    bold: z.boolean().optional(),
    italic: z.boolean().optional(),
    strike: z.boolean().optional(),
    code: z.boolean().optional(),
    underline: z.boolean().optional(),
  })
  .optional();
const inline = <T extends string, S extends z.ZodRawShape>(type: T, shape: S) =>
  z.strictObject({ type: z.literal(type), ...shape, style });

const word = inline('text', { text: z.string().min(1) });
const link = inline('link', {
  url: z.string().min(1),
  text: z.string().optional(),
  unsafe: z.boolean().optional(),
});
const anyInline = z.discriminatedUnion('type', [
  word,
  link,
  inline('user', { user_id: z.string() }),
  inline('usergroup', { usergroup_id: z.string() }),
  inline('channel', { channel_id: z.string() }),
  inline('broadcast', { range: z.enum(['here', 'channel', 'everyone']) }),
  inline('emoji', { name: z.string(), unicode: z.string().optional(), skin_tone: z.number().optional() }),
  inline('date', {
    timestamp: z.number().int(),
    format: z.string(),
    url: z.string().optional(),
    fallback: z.string().optional(),
  }),
  inline('color', { value: z.string() }),
]);

const part = <T extends string, S extends z.ZodRawShape>(type: T, shape: S) =>
  z.strictObject({ type: z.literal(type), ...shape });
const border = z.union([z.literal(0), z.literal(1)]).optional();
const section = part('rich_text_section', { elements: z.array(anyInline) });

/** The parts of a rich_text block. */
export const richTextElements = z
  .array(
    z.discriminatedUnion('type', [
      section,
      part('rich_text_list', {
        elements: z.array(section).min(1),
        style: z.enum(['bullet', 'ordered']),
        indent: z.number().int().min(0).max(8).optional(),
        offset: z.number().int().min(0).optional(),
        border,
      }),
      part('rich_text_quote', { elements: z.array(anyInline), border }),
      part('rich_text_preformatted', {
        elements: z.array(z.discriminatedUnion('type', [word, link])),
        border,
        language: z.string().optional(),
      }),
    ]),
  )
  .min(1);
