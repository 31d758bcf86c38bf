import { z } from 'zod';
import { loggedActionSchema } from '../../domain/action-log.ts';
import { consultationSchema, exportRecordSchema } from '../../domain/consultation.ts';
import { contributionSchema } from '../../domain/contribution.ts';
import { personSchema } from '../../domain/person.ts';
import { remindersSchema } from '../../domain/reminders.ts';
import { describeMismatch } from '../bad-file.ts';

/** Every kind of record that a store keeps. */
const storedRecordSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('consultation'), record: consultationSchema }),
  z.strictObject({ kind: z.literal('lastExport'), record: exportRecordSchema }),
  z.strictObject({ kind: z.literal('reminders'), record: remindersSchema }),
  z.strictObject({ kind: z.literal('contribution'), record: contributionSchema }),
  z.strictObject({ kind: z.literal('action'), record: loggedActionSchema }),
  z.strictObject({ kind: z.literal('person'), record: personSchema }),
]);
export type StoredRecord = z.infer<typeof storedRecordSchema>;
export type RecordKind = StoredRecord['kind'];

/** In the order in which they are read and written: what others refer to comes before them. */
export const recordKinds: readonly RecordKind[] = storedRecordSchema.options.map(
  ({ shape }) => shape.kind.value,
);

/** What a reading comes upon: a record, or a sentence on what is wrong. Neither it nor `where` holds anyone's words. */
export type Found = { where: string; stored: StoredRecord } | { problem: string };

/** Called for each, in order; the reading waits for it. */
export type Take = (found: Found) => void | Promise<void>;

/** What was found, checked against the schema of its kind. */
export const foundAs = (where: string, value: unknown): Found => {
  const parsed = storedRecordSchema.safeParse(value);
  return parsed.success
    ? { where, stored: parsed.data }
    : { problem: `${where} is not in the form that Soundings writes (${describeMismatch(parsed.error)}).` };
};
