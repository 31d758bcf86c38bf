import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { keptExports, removeUnfinished } from '../src/kept-exports.ts';
import { diskFiles } from '../src/store/files.ts';
import { temporaryFolder } from './office.ts';
import { watchedDisk } from './store/watched-disk.ts';

const opened = async (files = diskFiles) => {
  const folder = `${await temporaryFolder()}/exports`;
  let count = 0;
  const newId = () => {
    count += 1;
    return String(count);
  };
  return { folder, exports: keptExports(folder, newId, files) };
};

describe('the exports folder', () => {
  it('gives back what was kept, until it is removed', async () => {
    const { exports } = await opened();
    await exports.keep('a.md', 'words');
    expect(await exports.list()).toEqual(['a.md']);
    expect(await exports.read('a.md')).toBe('words');
    expect(await exports.remove('a.md')).toBe(true);
    expect(await exports.remove('a.md')).toBe(false);
    expect(await exports.read('a.md')).toBeNull();
  });

  it('has a document on the disk, by name and content, before it is told of', async () => {
    const { steps, files } = watchedDisk();
    const { folder, exports } = await opened(files);
    await exports.keep('a.md', 'words');
    expect(steps).toEqual([
      `sync ${basename(join(folder, '..'))}`,
      'sync .1.tmp',
      'rename to a.md',
      'sync exports',
    ]);
  });

  it('is empty before anything was kept', async () => {
    const { folder, exports } = await opened();
    expect(await exports.list()).toEqual([]);
    await removeUnfinished(folder, exports, () => true);
  });

  it('neither reads, writes nor removes anything outside itself', async () => {
    const { folder, exports } = await opened();
    await exports.keep('a.md', 'words');
    await writeFile(`${folder}/../secret.md`, 'secret');
    for (const name of ['../secret.md', `${folder}/../secret.md`, 'x/../../secret.md', '..']) {
      expect(await exports.read(name)).toBeNull();
      expect(await exports.remove(name)).toBe(false);
      await expect(exports.keep(name, 'x')).rejects.toThrow('no plain file name');
    }
    expect(await readdir(`${folder}/..`)).toContain('secret.md');
  });

  it('knows copies that somebody put into a folder of their own', async () => {
    const { folder, exports } = await opened();
    await mkdir(`${folder}/sent`, { recursive: true });
    await writeFile(`${folder}/sent/a.md`, 'words');
    expect(await exports.list()).toEqual(['sent/a.md']);
    expect(await exports.read('sent/a.md')).toBe('words');
    expect(await exports.remove('sent/a.md')).toBe(true);
  });

  it('clears away what a killed process left unfinished, not what another is writing, and nothing else', async () => {
    const { folder, exports } = await opened();
    await exports.keep('a.md', 'words');
    await writeFile(`${folder}/.7.tmp`, 'half of the wor');
    await removeUnfinished(folder, exports, (writtenAt) => writtenAt.getTime() > Date.now());
    expect(await exports.list()).toEqual(['.7.tmp', 'a.md']);
    await removeUnfinished(folder, exports, (writtenAt) => writtenAt.getTime() <= Date.now());
    expect(await exports.list()).toEqual(['a.md']);
  });
});
