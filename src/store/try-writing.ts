import { constants } from 'node:fs';
import { join } from 'node:path';
import { consultationsFolder, peopleFolder } from './data-folder.ts';
import type { Files } from './files.ts';
import { writeSynced } from './write-durably.ts';

/** Bytes. A reply writes a file of a consultation anew, of some 300 kB at most, beside the one that it replaces; several do so at once. */
const ROOM = 1024 * 1024;

/**
 * Finds out now, not at the first reply, that what is kept cannot be written: the right to each folder, and room on the disk.
 * Throws the system's error, or one like it.
 */
export const tryWriting = async (folder: string, files: Files): Promise<void> => {
  const path = join(folder, 'try.json.0.tmp');
  try {
    await writeSynced(path, 'A test of whether this folder can be written; it may be deleted.\n', files);
  } finally {
    await files.rm(path, { force: true });
  }
  await Promise.all((await foldersIn(folder, files)).map((one) => files.access(one, constants.W_OK)));
  await tryRoom(folder, files);
};

async function foldersIn(folder: string, files: Files): Promise<string[]> {
  const consultations = consultationsFolder(folder);
  const names = (await files.readdir(consultations)).filter((name) => !name.startsWith('.'));
  return [peopleFolder(folder), consultations, ...names.map((name) => join(consultations, name))];
}

/** Some file systems cannot say how large they are. */
async function tryRoom(folder: string, files: Files): Promise<void> {
  const { blocks, bavail, bsize } = await files.statfs(folder);
  if (blocks > 0 && bavail * bsize < ROOM)
    throw Object.assign(new Error('There is hardly any room left on the disk.'), { code: 'ENOSPC' });
}
