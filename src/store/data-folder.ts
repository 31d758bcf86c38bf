import { dirname, join } from 'node:path';
import { z } from 'zod';
import { SetupError } from '../domain/errors.ts';
import { missingFile } from './bad-file.ts';
import { readJson } from './durable-json-file.ts';
import type { Files } from './files.ts';
import { isLockName } from './folder-lock.ts';
import { isHalfImport } from './half-import.ts';
import { isTemporary, makeFolder, syncFolder, writeDurably } from './write-durably.ts';

const formatFile = 'store.json';
const newStore = `${JSON.stringify({ format: 'soundings', schemaVersion: 1 }, null, 2)}\n`;
const format = z.strictObject({ format: z.literal('soundings'), schemaVersion: z.literal(1) });

/** Not the store's, but at home in a data folder. */
const guests = ['README.md', '.gitignore', '.gitkeep', '.DS_Store', 'lost+found', 'exports', 'demo'];

/** Where each consultation has a folder named by its id. */
export const consultationsFolder = (folder: string): string => join(folder, 'consultations');
/** Where each team has a file of its people. */
export const peopleFolder = (folder: string): string => join(folder, 'people');

const isOurs = (name: string) =>
  guests.includes(name) || isLockName(name) || isTemporary(name) || isHalfImport(name);

const filesBelow = async (folder: string, files: Files): Promise<string[]> => {
  const entries = await files.readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => !entry.isDirectory())
    .map(({ parentPath, name }) => join(parentPath, name));
};

/** The path of every file of the store, temporary ones too; exports and other guests are not the store's. */
export const storeFiles = async (folder: string, files: Files): Promise<string[]> => {
  const names = (await files.readdir(folder)).filter((name) => name === formatFile || isTemporary(name));
  return [
    ...names.map((name) => join(folder, name)),
    ...(await filesBelow(consultationsFolder(folder), files)),
    ...(await filesBelow(peopleFolder(folder), files)),
  ];
};

const isEmpty = async (folder: string, files: Files) => (await files.readdir(folder)).length === 0;

const holdsNothing = async (folder: string, files: Files): Promise<boolean> => {
  const names = (await files.readdir(folder)).filter((name) => !isOurs(name));
  const kept = [];
  for (const name of names) {
    // A first start that was killed leaves these two, empty.
    const halfMade = ['consultations', 'people'].includes(name) && (await isEmpty(join(folder, name), files));
    if (!halfMade) kept.push(name);
  }
  return kept.length === 0;
};

const makeRoot = async (folder: string, files: Files): Promise<void> => {
  const first = await files.mkdir(folder, { recursive: true });
  for (let made = folder; first !== undefined && made.length >= first.length; made = dirname(made)) {
    await syncFolder(dirname(made), files);
  }
};

/** Whether there is a store in the folder. Throws a SetupError for one of another version. */
export const isStore = async (folder: string, files: Files): Promise<boolean> =>
  (await readJson(join(folder, formatFile), format, files)) !== null;

/** Refuses, before anything is written, a folder that holds someone else's files. Makes one that is not there. */
export const refuseForeignFolder = async (folder: string, files: Files): Promise<void> => {
  await makeRoot(folder, files);
  const names = await files.readdir(folder);
  if (names.includes(formatFile) || (await holdsNothing(folder, files))) return;
  throw new SetupError(
    `The folder ${folder} holds files but no ${formatFile}, so it is not a data folder of Soundings, or has lost that file. Nothing was changed. Set DATA_DIR to another folder, or restore ${join(folder, formatFile)} from a backup, and start again.`,
  );
};

/**
 * Checks that the folder is a store of this version, or makes an empty one a store. Throws a SetupError that names
 * what is wrong.
 */
export const prepareDataFolder = async (folder: string, files: Files): Promise<void> => {
  const path = join(folder, formatFile);
  const found = await readJson(path, format, files);
  if (found === null) {
    await makeFolder(consultationsFolder(folder), files);
    await makeFolder(peopleFolder(folder), files);
    await writeDurably(path, newStore, 0, files);
    return;
  }
  if (!(await files.readdir(folder)).includes('consultations')) {
    throw missingFile(consultationsFolder(folder), `although ${path} is there`);
  }
  await makeFolder(peopleFolder(folder), files);
};
