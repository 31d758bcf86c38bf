import { basename, join } from 'node:path';
import type { z } from 'zod';
import { badFile, missingFile } from './bad-file.ts';
import type { Files } from './files.ts';
import type { GroupCommit } from './group-commit.ts';
import { newFile, openFile } from './open-file.ts';

const mostInAFile = 200;
const mostBytes = 256_000;
/** While one is taken apart others come from the disk; all at once would fill the memory. */
const readAtOnce = 8;

type Entry = { consultationId: string };

/** A list of a consultation's entries: "actions" are in actions-0001.json and so on, each file with one entry or more. */
export type ListKind<T extends Entry> = { name: string; schema: z.ZodType<readonly T[]> };

/** One numbered file; its list is empty until it is first written. */
export type NumberedFile<T> = GroupCommit<readonly T[]> & { path: string };

/** A list in files of a bounded size: a write costs the same however long the list is. */
export type NumberedFiles<T> = {
  all(): readonly NumberedFile<T>[];
  /** Where a new entry goes: never into a file before one that has entries. */
  forNew(): NumberedFile<T>;
};

/** Whether we give files of this kind such a name, or would have: a gap in the numbers shows when they are opened. */
export const isNumberedFile = (kind: { name: string }, name: string): boolean =>
  new RegExp(`^${kind.name}-\\d{4,}\\.json$`).test(name);

const pathOf = (folder: string, kind: { name: string }, number: number): string =>
  join(folder, `${kind.name}-${String(number).padStart(4, '0')}.json`);

const sizes = new WeakMap<Entry, number>();
const bytesOf = (entry: Entry): number => {
  const bytes = sizes.get(entry) ?? Buffer.byteLength(JSON.stringify(entry));
  sizes.set(entry, bytes);
  return bytes;
};

const hasRoom = (entries: readonly Entry[]): boolean =>
  entries.length < mostInAFile && entries.reduce((sum, entry) => sum + bytesOf(entry), 0) < mostBytes;

const openNumberedFile = async <T extends Entry>(
  folder: string,
  kind: ListKind<T>,
  number: number,
  files: Files,
): Promise<NumberedFile<T>> => {
  const path = pathOf(folder, kind, number);
  const file = await openFile<readonly T[]>(path, kind.schema, [], files);
  if (file.current().length === 0) {
    throw missingFile(path, 'although later ones of its consultation are there');
  }
  if (file.current().some(({ consultationId }) => consultationId !== basename(folder))) {
    throw badFile(path, 'holds an entry of another consultation than that of its folder');
  }
  return { ...file, path };
};

/** A list in a consultation's folder, given the files of it that are on the disk. */
export const numberedFiles = <T extends Entry>(
  folder: string,
  kind: ListKind<T>,
  onDisk: readonly NumberedFile<T>[],
  files: Files,
): NumberedFiles<T> => {
  const all = [...onDisk];
  const addFile = (): NumberedFile<T> => {
    const before = all.at(-1);
    // Files are written at the same time: without this, a kill could leave a gap in the numbers.
    const ready = async () => {
      if ((await before?.settled())?.length === 0) throw new Error(`${before?.path} could not be written.`);
    };
    const path = pathOf(folder, kind, all.length + 1);
    const file = { ...newFile<readonly T[]>(path, kind.schema, [], files, ready), path };
    all.push(file);
    return file;
  };
  return {
    all: () => all,
    forNew: () => {
      const last = all.findLastIndex((file) => file.current().length > 0);
      const file = all[last];
      return file && hasRoom(file.current()) ? file : (all[last + 1] ?? addFile());
    },
  };
};

/**
 * Opens a list in a consultation's folder, whose name is its id and which holds files of these names. Throws a
 * SetupError for a bad file, for an entry of another consultation and for a gap in the numbers.
 */
export const openNumberedFiles = async <T extends Entry>(
  folder: string,
  kind: ListKind<T>,
  names: readonly string[],
  files: Files,
): Promise<NumberedFiles<T>> => {
  const count = names.filter((name) => isNumberedFile(kind, name)).length;
  const onDisk: NumberedFile<T>[] = [];
  while (onDisk.length < count) {
    const next = Array.from({ length: Math.min(readAtOnce, count - onDisk.length) }, (_, at) =>
      openNumberedFile(folder, kind, onDisk.length + at + 1, files),
    );
    onDisk.push(...(await Promise.all(next)));
  }
  return numberedFiles(folder, kind, onDisk, files);
};
