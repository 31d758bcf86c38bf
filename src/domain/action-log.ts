import { z } from 'zod';

/** What can happen in a consultation, as its action log says it. */
const actionNames = [
  'opened',
  'changed settings',
  'changed reviewer',
  'closed',
  'reopened',
  'exported',
  'deleted export',
  'recorded',
  'edited',
  'added',
  'sorted',
  'decided',
  'withdrew',
  'deleted',
  'missing',
  'held',
  'appealed',
  'cleared',
  'kept held',
  'erased',
  'expired',
  'reminded',
] as const;

/** One line of the log: who, what, when, on which reference; never anyone's words. */
export const loggedActionSchema = z.strictObject({
  consultationId: z.string(),
  at: z.iso.datetime(),
  /** A Slack id; null for what the app did by itself. */
  by: z.string().nullable(),
  what: z.enum(actionNames),
  /** contributionRef, or the name of an exported file; null for the consultation itself. */
  on: z.string().nullable(),
  /** Of an exported file's bytes, hex. */
  sha256: z.string().nullable(),
});
export type LoggedAction = z.infer<typeof loggedActionSchema>;

/** Whether `on` is the name of a file. */
export const isOnFile = ({ what }: Pick<LoggedAction, 'what'>): boolean =>
  what === 'exported' || what === 'deleted export';
