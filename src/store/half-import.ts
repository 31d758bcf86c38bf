import { join } from 'node:path';
import { type Files, systemCode } from './files.ts';
import { makeFolder, syncFolder } from './write-durably.ts';

/** A store being filled, and one that is filled and is about to take the place of the empty one around it. */
const [unfinished, finished] = ['.import', '.imported'];

/** A folder of ours, left behind when the process was killed in the middle of an import. */
export const isHalfImport = (name: string): boolean => name === unfinished || name === finished;

/** Makes a folder for a store to be filled in, inside an empty one. Gives its path. */
export const makeImport = async (folder: string, files: Files): Promise<string> => {
  await undoImport(folder, files);
  await makeFolder(join(folder, unfinished), files);
  return join(folder, unfinished);
};

/** Takes away what was not filled to the end. */
export const undoImport = (folder: string, files: Files): Promise<void> =>
  files.rm(join(folder, unfinished), { recursive: true, force: true });

/** The filled store takes the place of the empty one: from its first step on, it does so even if the process is killed. */
export const takeOver = async (folder: string, files: Files): Promise<void> => {
  await files.rename(join(folder, unfinished), join(folder, finished));
  await syncFolder(folder, files);
  await finishImport(folder, files);
};

/** Whether the folder waits for its next start to finish an import: what is in it now is not what it holds then. */
export const awaitsImport = (folder: string, files: Files): Promise<boolean> =>
  files.readdir(join(folder, finished)).then(
    () => true,
    (error: unknown) => {
      if (systemCode(error) === 'ENOENT') return false;
      throw error;
    },
  );

/** Finishes an import that was killed when all of it was there, and takes away any other. */
export const finishImport = async (folder: string, files: Files): Promise<void> => {
  await undoImport(folder, files);
  for (const name of ['store.json', 'people', 'consultations']) {
    await files.rename(join(folder, finished, name), join(folder, name)).catch((error: unknown) => {
      if (systemCode(error) !== 'ENOENT') throw error;
    });
  }
  await syncFolder(folder, files);
  await files.rm(join(folder, finished), { recursive: true, force: true });
};
