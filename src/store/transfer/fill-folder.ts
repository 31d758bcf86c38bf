import { resolve } from 'node:path';
import { SetupError } from '../../domain/errors.ts';
import { prepareDataFolder, refuseForeignFolder } from '../data-folder.ts';
import { diskFiles } from '../files.ts';
import { lockFolder } from '../folder-lock.ts';
import { folderTrouble } from '../folder-trouble.ts';
import { finishImport, makeImport, takeOver, undoImport } from '../half-import.ts';
import { loadData } from '../load-data.ts';
import { openLowdbStore } from '../lowdb-store.ts';
import { readFolder } from './read-folder.ts';
import type { Take } from './stored-record.ts';
import { type Copy, writeRecords } from './write-record.ts';

/** Writes a store, given where to, and looks over what was written, given how to read it. */
export type Fill = (target: {
  write(copy: Copy): Promise<void>;
  read(take: Take): Promise<void>;
}) => Promise<void>;

/**
 * Fills an embedded store that holds nothing yet, or a folder that is none, all or nothing: in a folder beside it, which takes its
 * place once `fill` resolves. Killed on the way, it has done nothing, or is finished by the next start. Throws a SetupError when there
 * is something in the store already, or another process has it.
 */
export const fillFolder = async (folder: string, fill: Fill): Promise<void> => {
  const path = resolve(folder);
  try {
    await refuseForeignFolder(path, diskFiles);
    const lock = await lockFolder(path);
    try {
      await finishImport(path, diskFiles);
      await prepareDataFolder(path, diskFiles);
      await refuseUnlessEmpty(path);
      await fillBeside(path, fill);
    } finally {
      await lock.release();
    }
  } catch (error) {
    throw folderTrouble(path, error);
  }
};

const refuseUnlessEmpty = async (path: string): Promise<void> => {
  const { consultations, people } = await loadData(path, diskFiles);
  if (consultations.size + people.size === 0) return;
  throw new SetupError(
    `The folder ${path} holds records of Soundings already. Nothing was changed. Only an empty one is filled: name another.`,
  );
};

const fillBeside = async (path: string, fill: Fill): Promise<void> => {
  const beside = await makeImport(path, diskFiles);
  try {
    await fill({
      write: async (copy) => {
        const store = await openLowdbStore(beside);
        const writing = writeRecords(store, copy, (error) => folderTrouble(path, error));
        await writing.finally(() => store.close());
      },
      read: (take) => readFolder(beside, take),
    });
    await takeOver(path, diskFiles);
  } catch (error) {
    await undoImport(path, diskFiles);
    throw error;
  }
};
