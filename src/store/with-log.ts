import { z } from 'zod';
import { type LoggedAction, loggedActionSchema } from '../domain/action-log.ts';
import { consultationSchema } from '../domain/consultation.ts';
import { contributionSchema } from '../domain/contribution.ts';
import { deepFreeze } from './seal.ts';

/** `place`: among all lines of its consultation, whichever file they are in; 0 where nobody counted yet. */
export const placedLineSchema = loggedActionSchema.extend({ place: z.number().int().default(0) });
export type PlacedLine = z.infer<typeof placedLineSchema>;

/** What was done to a record stands beside it in its file: both are written at once, or neither. */
const log = { log: z.array(placedLineSchema).min(1).exactOptional() };
export type WithLog<Record> = Record & { readonly log?: readonly PlacedLine[] };

export const loggedConsultationSchema = consultationSchema.extend(log);
export const loggedContributionSchema = contributionSchema.extend(log);

/** The record alone. */
export const withoutLog = <Record extends object>(stored: WithLog<Record>): Record => {
  if (stored.log === undefined) return stored;
  const { log: _, ...record } = stored;
  return Object.freeze(record) as Omit<WithLog<Record>, 'log'> as Record;
};

/** A new state of a record with what was done to it until then, and with these lines, in the places that `next` gives. */
export const withLog = <Record extends object>(
  record: Record,
  before: WithLog<Record> | null,
  lines: readonly LoggedAction[],
  next: () => number,
): WithLog<Record> => {
  const all = [...(before?.log ?? []), ...lines.map((line) => ({ ...line, place: next() }))];
  return all.length === 0 ? record : deepFreeze({ ...record, log: all });
};

/** The line alone. */
export const withoutPlace = ({ place: _, ...line }: PlacedLine): LoggedAction => Object.freeze(line);
