import { resolve } from 'node:path';
import { prepareDataFolder, refuseForeignFolder } from './data-folder.ts';
import { diskFiles, type Files } from './files.ts';
import { lockFolder } from './folder-lock.ts';
import { folderTrouble } from './folder-trouble.ts';
import { finishImport } from './half-import.ts';
import { createInOrder } from './in-order.ts';
import { keepActions } from './keep-actions.ts';
import { keepConsultations } from './keep-consultations.ts';
import { keepContributions } from './keep-contributions.ts';
import { keepPeople } from './keep-people.ts';
import { keepReminders } from './keep-reminders.ts';
import { loadData, removeTemporaries, type StoredData } from './load-data.ts';
import { placesHolding } from './places-holding.ts';
import type { Alone, Store } from './store.ts';
import { tryWriting } from './try-writing.ts';
import { useUntilClosed } from './use-until-closed.ts';

const openData = async (folder: string, files: Files): Promise<StoredData> => {
  await finishImport(folder, files);
  await prepareDataFolder(folder, files);
  const data = await loadData(folder, files);
  await removeTemporaries(folder, files);
  await tryWriting(folder, files);
  return data;
};

const storeOf = (folder: string, files: Files, data: StoredData, letGo: () => Promise<void>): Store => {
  const { use, close } = useUntilClosed(data, letGo);
  const inOrder = createInOrder();
  const alone: Alone = (name, work) => inOrder(name, () => work(async () => undefined));
  return {
    ...keepConsultations(use),
    ...keepContributions(use),
    ...keepPeople(use),
    ...keepActions(use),
    ...keepReminders(use),
    placesHolding: (texts) => use((open) => placesHolding(open, texts)),
    alone,
    aloneInBackground: alone,
    isReader: async () => true,
    check: () => use(() => tryWriting(folder, files)),
    close,
  };
};

/**
 * The embedded store: a folder of JSON files that a person can open, written by this process alone. Makes the
 * folder if it is not there. Throws a SetupError, everything untouched, when another process has the folder,
 * when it cannot be written or is not ours, and for any file in it that is not as we wrote it: never starts empty.
 */
export const openLowdbStore = async (folder: string, files: Files = diskFiles): Promise<Store> => {
  const path = resolve(folder);
  try {
    await refuseForeignFolder(path, files);
    const lock = await lockFolder(path);
    try {
      return storeOf(path, files, await openData(path, files), lock.release);
    } catch (error) {
      await lock.release();
      throw error;
    }
  } catch (error) {
    throw folderTrouble(path, error);
  }
};
