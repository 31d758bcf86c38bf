import { relative } from 'node:path';
import type { ConsultationFolder } from './consultation-folder.ts';
import { storeFiles } from './data-folder.ts';
import { type Files, systemCode } from './files.ts';
import type { StoredData } from './load-data.ts';
import { seekerOf } from './texts-in.ts';

const filesOf = ({ consultation, lastExport, reminders, contributions, actions }: ConsultationFolder) => [
  consultation,
  lastExport,
  reminders,
  ...contributions.all(),
  ...actions.all(),
];

const settle = async ({ consultations, people }: StoredData): Promise<void> => {
  const all = [...[...consultations.values()].flatMap(filesOf), ...people.values()];
  await Promise.all(all.map((file) => file.settled()));
};

const read = async (path: string, files: Files): Promise<string> => {
  try {
    return await files.readFile(path, 'utf8');
  } catch (error) {
    // Written, renamed or dropped since it was listed.
    if (systemCode(error) === 'ENOENT') return '';
    throw error;
  }
};

/**
 * The files of the store, temporary ones among them, that hold one of these texts: their paths in the data folder,
 * sorted. Reads the disk once all that is pending is on it, a file at a time. Throws the system's error for a file
 * that cannot be read: what it holds is not known.
 */
export const placesHolding = async (data: StoredData, texts: readonly string[]): Promise<string[]> => {
  const isHeldIn = seekerOf(texts);
  if (isHeldIn === null) return [];
  await settle(data);
  const places: string[] = [];
  for (const path of await storeFiles(data.folder, data.files)) {
    if (isHeldIn(await read(path, data.files))) places.push(relative(data.folder, path));
  }
  return places.toSorted();
};
