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

/** Writes records in their order, many at once, but none before those of an earlier kind. `end` writes what is left. */
export const createWriter = (records: Records) => {
  let waiting: StoredRecord[] = [];
  let kind: RecordKind | null = null;
  const end = async (): Promise<void> => {
    const batch = waiting;
    waiting = [];
    await Promise.all(batch.map((stored) => writeRecord(records, stored)));
  };
  return {
    write: async (stored: StoredRecord): Promise<void> => {
      if (stored.kind !== kind || waiting.length === mostAtOnce) await end();
      kind = stored.kind;
      waiting.push(stored);
    },
    end,
  };
};
