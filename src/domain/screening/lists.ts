import { z } from 'zod';

const phrases = z.array(z.string().trim().min(1));

/** What is public by name and no sign of a private person. A pack adds its own. */
export const allowedSchema = z.strictObject({
  /** Full names: ministers, chairs, authors of cited reports. */
  figures: phrases.default([]),
  /** Published addresses of public bodies: "name@body.gov.uk". */
  mailboxes: phrases.default([]),
  /** Published postcodes of public bodies. */
  postcodes: phrases.default([]),
  /** Helplines and switchboards. */
  phones: phrases.default([]),
  /** Schools, homes and other places that are public cases: a reported judgment, a published inspection. */
  places: phrases.default([]),
});
export type Allowed = z.infer<typeof allowedSchema>;

/** The word lists of the screen: data (templates/shared/screening.yaml), so that a policy lead can change them. */
export const screenListsSchema = z.strictObject({
  /** First names that are looked for beside a child or relative. */
  firstNames: phrases,
  allowed: allowedSchema,
  /** Words of the phrases below, by the name under which they stand there: {child}. */
  concernWords: z.record(z.string().regex(/^[a-z]+$/), phrases).default({}),
  /** Phrases that say that somebody may be at risk now; … is up to six words, + parts what one sentence holds. */
  concerns: phrases,
  /** The same of sentences that speak of people in general, whatever else is in them. */
  noConcerns: phrases.default([]),
  /** Lists whose words are signs that add up, with how much each counts; `enough` of them beside a word of `of`. */
  concernSigns: z
    .strictObject({ of: z.string(), enough: z.number(), counts: z.record(z.string(), z.number()) })
    .default({ of: '', enough: 1, counts: {} }),
  /** Where to take such a concern: what its author is told. */
  concernAnswer: z.string().trim().min(1),
});
export type ScreenLists = z.infer<typeof screenListsSchema>;
