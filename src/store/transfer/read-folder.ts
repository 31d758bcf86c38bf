import { basename, join, resolve } from 'node:path';
import { SetupError } from '../../domain/errors.ts';
import { badFile } from '../bad-file.ts';
import { type ConsultationFolder, openConsultationFolder, settledLines } from '../consultation-folder.ts';
import { consultationsFolder, isStore, peopleFolder } from '../data-folder.ts';
import { diskFiles, systemCode } from '../files.ts';
import { lockFolder } from '../folder-lock.ts';
import { folderTrouble } from '../folder-trouble.ts';
import { awaitsImport } from '../half-import.ts';
import { byMessage } from '../message-order.ts';
import type { NumberedFile } from '../numbered-files.ts';
import { openPeopleFile } from '../people-file.ts';
import { isSafeName } from '../safe-name.ts';
import { withoutLog, withoutPlace } from '../with-log.ts';
import { foundAs, type RecordKind, type Take } from './stored-record.ts';

/**
 * Reads an embedded store, in the order of `recordKinds`, and changes nothing in it. A file that is not as we wrote it is
 * told and the others are read. Throws a SetupError when another process has the folder, or when it is no store.
 */
export const readFolder = async (folder: string, take: Take): Promise<void> => {
  const path = resolve(folder);
  try {
    if (!(await isStore(path, diskFiles)) && !(await awaitsImport(path, diskFiles))) throw noStoreIn(path);
    const lock = await lockFolder(path);
    try {
      if (await awaitsImport(path, diskFiles)) throw unfinishedIn(path);
      await readAll(path, take);
    } finally {
      await lock.release();
    }
  } catch (error) {
    throw folderTrouble(path, error);
  }
};

const noStoreIn = (path: string) =>
  new SetupError(`The folder ${path} holds no store of Soundings. Mend its name if it is another one.`);

const unfinishedIn = (path: string) =>
  new SetupError(
    `An import into the folder ${path} was broken off shortly before its end. Nothing is lost: start Soundings on it once, which finishes the import, then do this again.`,
  );

type Opened = { path: string; folder: ConsultationFolder };

const readAll = async (path: string, take: Take): Promise<void> => {
  const opened: Opened[] = [];
  for (const id of await namesIn(consultationsFolder(path))) {
    const place = join(consultationsFolder(path), id);
    const folder = await unlessBad(take, () => openOne(place));
    if (folder !== null) opened.push({ path: place, folder });
  }
  const each = async (kind: RecordKind, recordsOf: (one: Opened) => Placed[] | Promise<Placed[]>) => {
    for (const one of opened)
      for (const { where, record } of await recordsOf(one)) await take(foundAs(where, { kind, record }));
  };
  await each('consultation', ({ path: where, folder }) => {
    const stored = folder.consultation.current();
    return single(where, stored && withoutLog(stored));
  });
  await each('lastExport', ({ path: where, folder }) => single(where, folder.lastExport.current()));
  await each('reminders', ({ path: where, folder }) =>
    folder.reminders
      .current()
      .map((record) => ({ where, record }))
      .toSorted((one, other) => (one.record.userId < other.record.userId ? -1 : 1)),
  );
  await each('contribution', ({ folder }) =>
    listed(folder.contributions.all())
      .map(({ where, record }) => ({ where, record: withoutLog(record) }))
      .toSorted((one, other) => byMessage(one.record, other.record)),
  );
  await each('action', async ({ path: where, folder }) =>
    (await settledLines(folder)).map((line) => ({ where, record: withoutPlace(line) })),
  );
  await readPeople(peopleFolder(path), take);
};

const openOne = async (folder: string): Promise<ConsultationFolder> => {
  if (!isSafeName(basename(folder))) throw badFile(folder, 'is not a folder that Soundings makes');
  return openConsultationFolder(folder, diskFiles);
};

const readPeople = async (folder: string, take: Take): Promise<void> => {
  for (const teamId of await namesIn(folder, '.json')) {
    const where = join(folder, `${teamId}.json`);
    const file = await unlessBad(take, () => openPeopleFile(where, diskFiles));
    const people = file?.current() ?? [];
    for (const record of people.toSorted((one, other) => (one.userId < other.userId ? -1 : 1)))
      await take(foundAs(where, { kind: 'person', record }));
  }
};

/** Without their ending, and sorted as PostgreSQL sorts ids too. */
const namesIn = async (folder: string, ending = ''): Promise<string[]> => {
  const names = await diskFiles.readdir(folder).catch((error: unknown) => {
    if (systemCode(error) === 'ENOENT') return [];
    throw error;
  });
  const ours = names.filter((name) => !name.startsWith('.') && name.endsWith(ending));
  return ours.map((name) => basename(name, ending)).toSorted((one, other) => (one < other ? -1 : 1));
};

type Placed<T = unknown> = { where: string; record: T };

const single = (where: string, record: unknown): Placed[] => (record === null ? [] : [{ where, record }]);

const listed = <T>(files: readonly NumberedFile<T>[]): Placed<T>[] =>
  files.flatMap((file) => file.current().map((record) => ({ where: file.path, record })));

/** What was opened, or null, and the reason told. */
const unlessBad = async <T>(take: Take, open: () => Promise<T>): Promise<T | null> => {
  const outcome = await open().catch((error: unknown) => {
    if (error instanceof SetupError) return error;
    throw error;
  });
  if (!(outcome instanceof SetupError)) return outcome;
  await take({ problem: outcome.message });
  return null;
};
