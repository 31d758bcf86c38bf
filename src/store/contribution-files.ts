import { join } from 'node:path';
import { z } from 'zod';
import { type Contribution, contributionSchema } from '../domain/contribution.ts';
import { badFile, missingFile } from './bad-file.ts';
import type { Files } from './files.ts';
import type { GroupCommit } from './group-commit.ts';
import { newFile, openFile } from './open-file.ts';

const mostInAFile = 200;
const mostBytes = 256_000;
const schema = z.array(contributionSchema).min(1);

/** One numbered file; its list is empty until it is first written. */
export type ContributionFile = GroupCommit<readonly Contribution[]> & { path: string };

/** The contributions of one consultation in files of a bounded size: a write costs the same however many there are. */
export type ContributionFiles = {
  all(): readonly ContributionFile[];
  /** Where a new contribution goes. */
  forNew(): ContributionFile;
};

const fileName = (number: number): string => `contributions-${String(number).padStart(4, '0')}.json`;

/** A name that we give, or would have been ours: a gap in the numbers shows when they are opened. */
export const isContributionFile = (name: string): boolean => /^contributions-\d{4,}\.json$/.test(name);

const sizes = new WeakMap<Contribution, number>();
const bytesOf = (contribution: Contribution): number => {
  const bytes = sizes.get(contribution) ?? Buffer.byteLength(JSON.stringify(contribution, null, 2));
  sizes.set(contribution, bytes);
  return bytes;
};

const hasRoom = (contributions: readonly Contribution[]): boolean =>
  contributions.length < mostInAFile &&
  contributions.reduce((sum, contribution) => sum + bytesOf(contribution), 0) < mostBytes;

const openContributionFile = async (
  folder: string,
  consultationId: string,
  number: number,
  files: Files,
): Promise<ContributionFile> => {
  const path = join(folder, fileName(number));
  const file = await openFile<readonly Contribution[]>(path, schema, [], files);
  if (file.current().length === 0) {
    throw missingFile(path, 'although later ones of its consultation are there');
  }
  if (file.current().some((contribution) => contribution.consultationId !== consultationId)) {
    throw badFile(path, 'holds a contribution to another consultation than that of its folder');
  }
  return { ...file, path };
};

/** The files of one consultation, given those that are on the disk. */
export const contributionFiles = (
  folder: string,
  onDisk: readonly ContributionFile[],
  files: Files,
): ContributionFiles => {
  const all = [...onDisk];
  const addFile = (): ContributionFile => {
    const before = all.at(-1);
    // Files are written at the same time: without this, a kill could leave a gap in the numbers.
    const ready = async () => {
      if ((await before?.settled())?.length === 0) throw new Error(`${before?.path} could not be written.`);
    };
    const path = join(folder, fileName(all.length + 1));
    const file = { ...newFile<readonly Contribution[]>(path, schema, [], files, ready), path };
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

/** Opens the `count` numbered files of a folder. Throws a SetupError for a bad one and for a gap in the numbers. */
export const openContributionFiles = async (
  folder: string,
  consultationId: string,
  count: number,
  files: Files,
): Promise<ContributionFiles> => {
  const onDisk: ContributionFile[] = [];
  for (let number = 1; number <= count; number += 1) {
    onDisk.push(await openContributionFile(folder, consultationId, number, files));
  }
  return contributionFiles(folder, onDisk, files);
};
