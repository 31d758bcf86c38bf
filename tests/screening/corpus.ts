import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { load } from 'js-yaml';
import { z } from 'zod';
import { findingTypeSchema } from '../../src/domain/screening/finding.ts';

/** What the screen should do: hold the text, let an editor look first, or stay silent. */
export const outcomes = ['block', 'warn', 'pass'] as const;
export type Outcome = (typeof outcomes)[number];

const entriesSchema = z.array(
  z.strictObject({
    text: z.string().min(1),
    /** Every type that a careful reader finds in it; none in an innocent text. */
    expect: z.array(findingTypeSchema),
    class: z.enum(outcomes),
    why: z.string().optional(),
  }),
);

/** A text with what a person, who never saw the rules, says of it; `number` counts from 1 in its file. */
export type Entry = z.infer<typeof entriesSchema>[number] & { file: string; number: number };

const fixtures = join(import.meta.dirname, '../fixtures');

/**
 * The folders of labelled texts: `screening` is what the rules may learn from; `screening-unseen` was written without
 * reading the rules, and only wrong labels are mended in it. The kinds of what was first missed in it have been mended,
 * so it says a little too much of how well the rules do on what they never met.
 */
export type CorpusName = 'screening' | 'screening-unseen';

/** Every labelled text of a folder, file by file. Throws where a file is not of the shape above. */
export const readCorpus = (name: CorpusName): Entry[] =>
  readdirSync(join(fixtures, name))
    .sort()
    .flatMap((file) => readEntries(name, file));

const readEntries = (name: CorpusName, file: string): Entry[] =>
  entriesSchema
    .parse(load(readFileSync(join(fixtures, name, file), 'utf8')))
    .map((entry, index) => ({ ...entry, file, number: index + 1 }));
