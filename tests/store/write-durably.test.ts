import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { expect, it } from 'vitest';
import { writeDurably } from '../../src/store/write-durably.ts';
import { freshFolder } from './data-folder.ts';
import { watchedDisk } from './watched-disk.ts';

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
