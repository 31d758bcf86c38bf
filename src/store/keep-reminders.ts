import type { Reminders } from '../domain/reminders.ts';
import { changedReminders, neverReminded } from './changed-reminders.ts';
import { noReminders } from './consultation-folder.ts';
import { folderOf } from './keep-consultations.ts';
import type { StoredData } from './load-data.ts';
import type { Store } from './store.ts';
import type { Use } from './use-until-closed.ts';

type KeepReminders = Pick<Store, 'changeReminders' | 'listReminders' | 'dropReminders'>;

/** The store's part on whom the app reminded. */
export const keepReminders = (use: Use<StoredData>): KeepReminders => ({
  changeReminders: (consultationId, userId, change) =>
    use(async (data) => {
      const { reminders } = await folderOf(data, consultationId);
      const all = reminders.current();
      const found = all.find((one) => one.userId === userId);
      const current = found ?? neverReminded(consultationId, userId);
      const next = changedReminders(current, change);
      await reminders.save(next === current ? all : [...without(all, userId), next]);
      return next;
    }),
  listReminders: (consultationId) =>
    use(async ({ consultations }) => {
      const all = (await consultations.get(consultationId)?.reminders.settled()) ?? [];
      return all.toSorted((one, other) => (one.userId < other.userId ? -1 : 1));
    }),
  dropReminders: (consultationId, userId) => use((data) => drop(data, consultationId, userId)),
});

async function drop({ consultations }: StoredData, id: string, userId: string | undefined): Promise<void> {
  const file = consultations.get(id)?.reminders;
  const kept = file === undefined || userId === undefined ? [] : without(file.current(), userId);
  await file?.save(kept.length === 0 ? noReminders : kept);
}

const without = (all: readonly Reminders[], userId: string): readonly Reminders[] =>
  all.filter((one) => one.userId !== userId);
