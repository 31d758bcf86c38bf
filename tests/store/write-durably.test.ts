import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { expect, it } from 'vitest';
import { diskFiles, type Files } from '../../src/store/files.ts';
import { writeDurably } from '../../src/store/write-durably.ts';
import { freshFolder } from './data-folder.ts';

/** The real disk, with a list of the steps that make a write survive a power cut. */
const watchedDisk = () => {
  const steps: string[] = [];
  const files: Files = {
    ...diskFiles,
    open: async (path, flags, mode) => {
      const handle = await diskFiles.open(path, flags, mode);
      const sync = handle.sync.bind(handle);
      handle.sync = async () => {
        await sync();
        steps.push(`sync ${basename(String(path))}`);
      };
      return handle;
    },
    rename: async (from, to) => {
      await diskFiles.rename(from, to);
      steps.push(`rename to ${basename(String(to))}`);
    },
  };
  return { steps, files };
};

it('a write is on the disk, by name and content, before it is acknowledged', async () => {
  const folder = freshFolder();
  const { steps, files } = watchedDisk();
  const path = join(folder, 'people.json');
  await writeDurably(path, 'first', 1, files);
  await writeDurably(path, 'second', 2, files);
  expect(steps).toEqual([
    'sync people.json.1.tmp',
    'rename to people.json',
    `sync ${basename(folder)}`,
    'sync people.json.2.tmp',
    'rename to people.json',
    `sync ${basename(folder)}`,
  ]);
  expect(await readFile(path, 'utf8')).toBe('second');
  expect(await readdir(folder)).toEqual(['people.json']);
});
