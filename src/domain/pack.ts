import { z } from 'zod';
import { capacities } from './consultation.ts';
import { kinds } from './contribution.ts';
import { allowedSchema } from './screening/lists.ts';

const slug = z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'must be lower-case words joined by hyphens');
const words = z.string().trim().min(1);
const count = z.number().int().positive();
/** Slack shows it as a choice in a form, and no choice there is longer. */
const title = z.string().trim().min(1).max(75);
const webAddress = z.url({ protocol: /^https?$/, error: 'must be a web address such as https://www.gov.uk' });
const day = z.iso.date('must be a day such as 2021-04-01');

/** How much a box of the issuer's form takes. Characters are UTF-16 units, spaces and line breaks included. */
const limitSchema = z.strictObject({ characters: count.optional(), words: count.optional() });
export type Limit = z.infer<typeof limitSchema>;

/** What the issuer's form asks. reconstructed: the issuer's own wording was not found. */
const questionSchema = z.strictObject({
  id: slug,
  number: words,
  wording: words,
  wordingStatus: z.enum(['confirmed', 'reconstructed']),
  wordingSource: words,
  /** Left out of the documents while nothing is said on it. */
  optional: z.boolean().default(false),
  limit: limitSchema.optional(),
});
export type Question = z.infer<typeof questionSchema>;

/** How the team talks. `on`: ticked in a new form. */
const packThemeSchema = z.strictObject({
  id: slug,
  title,
  /** The heading in a document, where the title is an abbreviation. */
  inFull: words.optional(),
  on: z.boolean(),
  about: words,
  prompts: z.array(z.strictObject({ ask: words, good: words })).min(1),
});

/** One line of the map from (theme, kind) to a question: first match wins, a missing part matches all. */
const placementSchema = z.strictObject({
  themes: z.array(slug).optional(),
  kinds: z.array(z.enum([...kinds, 'unsorted'])).optional(),
  question: slug,
});

/** A sourced figure. It is only ever quoted with its period and denominator. */
export const factSchema = z.strictObject({
  id: slug,
  /** A full sentence that can be quoted as it stands. */
  statement: words,
  /** As it stands in a text: "31,900", "16.1%", "£8.8 billion". */
  value: words,
  /** Other spellings of the same figure: "31900", "£8.8bn". Another figure is a fact of its own. */
  alsoWritten: z.array(words).default([]),
  /** A text cites the fact when the figure and one of these words share a sentence that does not call the figure the team's own. */
  words: z.array(words).min(1),
  unit: words,
  denominator: words.nullable(),
  geography: words,
  period: words,
  status: z.enum(['outturn', 'estimate', 'forecast', 'survey', 'foi']),
  publisher: words,
  title: words,
  url: webAddress,
  /** ISO date, month or year: as exact as the source is known. */
  published: z
    .string()
    .regex(/^\d{4}(-\d{2}(-\d{2})?)?$/, 'must be a day, month or year such as 2021-02-25, 2021-02 or 2021'),
  /** What a careful reader must know before quoting it. */
  caution: words.nullable(),
  /** Published after the call was open: usable only when that is said. */
  laterThanCall: z.boolean(),
  themes: z.array(slug).min(1),
});
export type Fact = z.infer<typeof factSchema>;

export const packSchema = z.strictObject({
  id: slug,
  /** Of the call, as its issuer names it. */
  title,
  issuer: words,
  nation: words,
  /** "call for advice", "call for evidence", "consultation". */
  stage: words,
  url: webAddress.optional(),
  /** IANA zone of its times; the installation's own where it names none. */
  zone: words.optional(),
  /** Local time in `zone`, where the issuer set one that is known. */
  deadline: z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/, 'must be a local time such as 2021-04-30T17:00')
    .optional(),
  deadlineNote: words.optional(),
  /** Where the issuer's closing date is not known: the days until which the call was surely, and may have been, open. */
  openUntil: z.strictObject({ atLeast: day, atMost: day }).optional(),
  questions: z.array(questionSchema).min(1),
  themes: z.array(packThemeSchema).min(1).max(10),
  map: z.array(placementSchema),
  /** For the whole document, and for a question that has none of its own. */
  limits: z.strictObject({
    document: limitSchema.optional(),
    question: limitSchema.optional(),
    /** Whose limits these are, where the issuer published none. */
    note: words.optional(),
  }),
  /** Said when a consultation opens. */
  notices: z.strictObject({ use: words, disclosure: words, privacy: words }),
  frontMatter: z.strictObject({
    /** How each capacity is said in the title block. */
    capacities: z.record(z.enum(capacities), words),
    /** On who is responding and how to read the document; Markdown is not interpreted. */
    about: words,
    coveringNote: words,
  }),
  /** Who and what is public in this call, and no sign of a private person: added to the shared lists. */
  allowed: allowedSchema.optional(),
  /** File names inside the pack's folder. */
  layouts: z.strictObject({ theme: words, question: words, workingDraft: words, paste: words }),
});
export type PackFile = z.infer<typeof packSchema>;

/** A pack as loaded: the file, its facts, and its layouts' Handlebars sources by their role. */
export type Pack = PackFile & {
  facts: Fact[];
  layoutSources: Record<'theme' | 'question' | 'workingDraft' | 'paste', string>;
  /** Handlebars sources of templates/shared/*.hbs by name without the ending. */
  partials: Record<string, string>;
};
