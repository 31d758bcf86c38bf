import { mkdir, readdir, rename, stat, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { SetupError } from '../../src/domain/errors.ts';
import { type FolderLock, lockFolder } from '../../src/store/folder-lock.ts';
import { openLowdbStore } from '../../src/store/lowdb-store.ts';
import { type Child, startChild } from './child.ts';
import { freshFolder } from './data-folder.ts';

const startRacer = async (folder: string): Promise<Child> => {
  const racer = startChild(new URL('./lock-racer.ts', import.meta.url), folder);
  expect(await racer.hear()).toBe('ready');
  return racer;
};

const ask = (child: Child, word: string): Promise<string> => {
  child.say(word);
  return child.hear();
};

const leftSockets = async (folder: string) =>
  (await readdir(folder)).filter((name) => name.startsWith('lock-'));

it('a second process is refused and told who has the folder, until the first is killed', async () => {
  const folder = freshFolder();
  const racer = await startRacer(folder);
  expect(await ask(racer, 'go')).toBe('holds');
  await expect(openLowdbStore(folder)).rejects.toThrow(SetupError);
  await expect(openLowdbStore(folder)).rejects.toThrow(`(process ${racer.pid} on ${hostname()})`);
  await racer.kill();
  expect(await leftSockets(folder)).toHaveLength(1);
  const store = await openLowdbStore(folder);
  expect(await leftSockets(folder)).toHaveLength(1);
  await store.close();
  expect(await leftSockets(folder)).toEqual([]);
});

it('can be asked after by every user of the machine, so that root’s dead lock stops nobody', async () => {
  const folder = freshFolder();
  const racer = await startRacer(folder);
  expect(await ask(racer, 'go')).toBe('holds');
  const [name = ''] = await leftSockets(folder);
  expect((await stat(join(folder, name))).mode & 0o777).toBe(0o666);
  await racer.kill();
});

it('of two processes that start at once never both hold the folder, and mostly one does', async () => {
  const folder = freshFolder();
  const racers = await Promise.all([startRacer(folder), startRacer(folder)]);
  const rounds = 12;
  let held = 0;
  for (let round = 0; round < rounds; round += 1) {
    const answers = await Promise.all(racers.map((racer) => ask(racer, 'go')));
    const holders = answers.filter((answer) => answer === 'holds').length;
    expect(holders).toBeLessThanOrEqual(1);
    held += holders;
    await Promise.all(racers.map((racer) => ask(racer, 'leave')));
  }
  expect(held).toBeGreaterThan(rounds / 2);
  expect(await leftSockets(folder)).toEqual([]);
});

it('of any crowd that starts at once at most one holds the folder', async () => {
  const folder = freshFolder();
  for (let round = 0; round < 5; round += 1) {
    const crowd = await Promise.allSettled(Array.from({ length: 6 }, () => lockFolder(folder)));
    const holders = crowd.filter(
      (one): one is PromiseFulfilledResult<FolderLock> => one.status === 'fulfilled',
    );
    expect(holders.length).toBeLessThanOrEqual(1);
    await Promise.all(holders.map(({ value }) => value.release()));
    expect(await leftSockets(folder)).toEqual([]);
  }
});

it('a process that hangs still has its folder', async () => {
  const folder = freshFolder();
  const racer = await startRacer(folder);
  expect(await ask(racer, 'go')).toBe('holds');
  process.kill(racer.pid, 'SIGSTOP');
  await expect(lockFolder(folder)).rejects.toThrow('a process that does not answer');
  process.kill(racer.pid, 'SIGCONT');
});

it('what is left of a dead process, or came back with a backup, is in nobody’s way', async () => {
  const folder = freshFolder();
  await writeFile(join(folder, 'lock-0123abcd.sock'), '');
  const lock = await lockFolder(folder);
  expect(await leftSockets(folder)).toHaveLength(1);
  await lock.release();
});

it('a folder with a path too long for a socket is locked all the same', async () => {
  const folder = join(freshFolder(), ...Array.from({ length: 12 }, () => 'a-folder-with-a-long-name'));
  await mkdir(folder, { recursive: true });
  const lock = await lockFolder(folder);
  await expect(lockFolder(folder)).rejects.toThrow(`process ${process.pid}`);
  await lock.release();
  await (await lockFolder(folder)).release();
  expect(await leftSockets(folder)).toEqual([]);
});

it('is let go when the store does not start, and when it closes', async () => {
  const folder = freshFolder();
  await (await openLowdbStore(folder)).close();
  await rename(join(folder, 'consultations'), join(folder, 'exports'));
  await expect(openLowdbStore(folder)).rejects.toThrow('consultations is missing');
  await rename(join(folder, 'exports'), join(folder, 'consultations'));
  await (await openLowdbStore(folder)).close();
  expect(await leftSockets(folder)).toEqual([]);
});
