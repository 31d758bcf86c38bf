import { dirname } from 'node:path';
import type { Files } from './files.ts';

const temporaryName = /^[\w-]+\.json\.\d+\.tmp$/;

/** A temporary file of ours, left behind when the process was killed in the middle of a write. */
export const isTemporary = (fileName: string): boolean => temporaryName.test(fileName);

/** Throws the system's error. */
export const writeSynced = async (path: string, text: string, files: Files): Promise<void> => {
  const handle = await files.open(path, 'w');
  try {
    await handle.writeFile(text);
    await handle.sync();
  } finally {
    await handle.close();
  }
};

/** Makes the names in a folder (a new file, a rename) survive a power cut. */
export const syncFolder = async (folder: string, files: Files): Promise<void> => {
  const handle = await files.open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
};

/** Makes a folder in an existing one, durably; one that is there already is left as it is. */
export const makeFolder = async (folder: string, files: Files): Promise<void> => {
  await files.mkdir(folder, { recursive: true });
  await syncFolder(dirname(folder), files);
};

/** Takes a file away, also for after a power cut; one that is not there is left so. Throws the system's error. */
export const removeDurably = async (path: string, files: Files): Promise<void> => {
  await files.rm(path, { force: true });
  await syncFolder(dirname(path), files);
};

/**
 * Replaces a file whole, by way of a temporary one in the same folder, so that a reader finds the old text or the new, never
 * a part, and the new one is still there after a power cut. Throws the system's error, the old file as it was (unless only
 * the last step failed: syncing the folder).
 */
export const replaceDurably = async (
  path: string,
  text: string,
  temporary: string,
  files: Files,
): Promise<void> => {
  try {
    await writeSynced(temporary, text, files);
    await files.rename(temporary, path);
  } catch (error) {
    await files.rm(temporary, { force: true }).catch(() => undefined);
    throw error;
  }
  await syncFolder(dirname(path), files);
};

/** The same for a file of the store; `serial` keeps the temporary name apart from earlier ones. */
export const writeDurably = (path: string, text: string, serial: number, files: Files): Promise<void> =>
  replaceDurably(path, text, `${path}.${serial}.tmp`, files);
