import type { Records } from '../store.ts';
import type { RecordKind, StoredRecord } from './stored-record.ts';

/** So many are on their way to the disk at once: they share its syncs. */
const mostAtOnce = 200;

/** Adds a record, just as it is, to a store that has nothing like it. */
const writeRecord = (records: Records, { kind, record }: StoredRecord): Promise<unknown> => {
  if (kind === 'consultation') return records.addConsultation(record);
  if (kind === 'contribution') return records.changeContribution(record.consultationId, record, () => record);
  if (kind === 'reminders')
    return records.changeReminders(record.consultationId, record.userId, () => record);
  if (kind === 'person') return records.savePerson(record);
  return kind === 'action' ? records.appendAction(record) : records.saveLastExport(record);
};

/** Gives every record of a source, one after the other, to `write`, which may keep it waiting. */
export type Copy = (write: (stored: StoredRecord) => Promise<void>) => Promise<void>;

/**
 * Writes what `copy` gives in its order, many at once, but none before those of an earlier kind. A failure to write is thrown as
 * `trouble` tells it, so that the source, through whose reading it passes, does not take it for its own.
 */
export const writeRecords = async (
  records: Records,
  copy: Copy,
  trouble: (error: unknown) => unknown,
): Promise<void> => {
  let waiting: StoredRecord[] = [];
  let kind: RecordKind | null = null;
  const end = async (): Promise<void> => {
    const batch = waiting;
    waiting = [];
    await Promise.all(batch.map((stored) => writeRecord(records, stored))).catch((error: unknown) => {
      throw trouble(error);
    });
  };
  await copy(async (stored) => {
    if (stored.kind !== kind || waiting.length === mostAtOnce) await end();
    kind = stored.kind;
    waiting.push(stored);
  });
  await end();
};
