import { z } from 'zod';
import { plain } from './run.ts';

/**
 * Anything missing or of another shape is empty: what Slack adds later must lose no words, and never throws. Most is missing, and
 * a default costs nothing beside a catch.
 */
const word = z.string().default('').catch('');
const flag = z.boolean().default(false).catch(false);
const count = (most: number) => z.int().min(0).max(most).default(0).catch(0);
const unknowns = z.array(z.unknown()).default([]).catch([]);

/** What stands in a line: words, a link, a mention, an emoji. */
const inlineSchema = z.object({
  type: word,
  style: z.object({ bold: flag, italic: flag, strike: flag, code: flag }).default(plain).catch(plain),
  text: word,
  url: word,
  name: word,
  unicode: word,
  user_id: word,
  channel_id: word,
  usergroup_id: word,
  range: word,
  fallback: word,
  value: word,
  /** Seconds, no later than a date can be. */
  timestamp: count(8.64e12),
});
export type InlineElement = z.infer<typeof inlineSchema>;

/** What stands under one another in a block: a section, a list, a quotation; also a list's item and a table's cell. */
const elementSchema = z.object({
  type: word,
  elements: unknowns,
  text: word,
  style: word,
  indent: count(8),
  offset: count(99_999_999),
  border: count(1),
});
export type BlockElement = z.infer<typeof elementSchema>;

const blockSchema = z.object({
  type: word,
  elements: unknowns,
  rows: z.array(unknowns).default([]).catch([]),
});

const everyOf =
  <Schema extends z.ZodType>(schema: Schema) =>
  (payload: unknown): z.infer<Schema>[] =>
    unknowns.parse(payload).flatMap((item) => {
      const parsed = schema.safeParse(item);
      return parsed.success ? [parsed.data] : [];
    });

export const readInlines = everyOf(inlineSchema);
export const readElements = everyOf(elementSchema);
export const readBlocks = everyOf(blockSchema);
