import { Low } from 'lowdb';
import { expect, it } from 'vitest';
import { groupCommit } from '../../src/store/group-commit.ts';

/** A disk whose every write waits until the test lets it succeed or fail. */
const slowDisk = () => {
  const writes: { data: number[]; succeed: () => void; fail: () => void }[] = [];
  const write = (data: number[]) =>
    new Promise<void>((resolve, reject) => {
      writes.push({ data, succeed: resolve, fail: () => reject(new Error('the disk is full')) });
    });
  return { writes, file: groupCommit(new Low<number[]>({ read: async () => null, write }, [])) };
};

/** Everything that can go on without the disk has gone on. */
const quiet = () => new Promise((resolve) => setImmediate(resolve));

const add = (file: ReturnType<typeof slowDisk>['file'], number: number, done: string[]) =>
  file.save([...file.current(), number]).then(
    () => done.push(`${number} kept`),
    () => done.push(`${number} refused`),
  );

it('writes what comes during a write together, and holds no caller for a later one', async () => {
  const { writes, file } = slowDisk();
  const done: string[] = [];
  add(file, 1, done);
  await quiet();
  add(file, 2, done);
  add(file, 3, done);
  await quiet();
  expect(writes.map(({ data }) => data)).toEqual([[1]]);
  writes[0]?.succeed();
  await quiet();
  expect(done).toEqual(['1 kept']);
  expect(writes.map(({ data }) => data)).toEqual([[1], [1, 2, 3]]);
  add(file, 4, done);
  writes[1]?.succeed();
  await quiet();
  expect(done).toEqual(['1 kept', '2 kept', '3 kept']);
});

it('refuses all who built on a failed write, and nobody after', async () => {
  const { writes, file } = slowDisk();
  const done: string[] = [];
  add(file, 1, done);
  await quiet();
  writes[0]?.succeed();
  await quiet();
  add(file, 2, done);
  await quiet();
  add(file, 3, done);
  writes[1]?.fail();
  await quiet();
  expect(done).toEqual(['1 kept', '2 refused', '3 refused']);
  expect(file.current()).toEqual([1]);
  add(file, 4, done);
  await quiet();
  writes[2]?.succeed();
  await quiet();
  expect(writes[2]?.data).toEqual([1, 4]);
  expect(done.at(-1)).toBe('4 kept');
});

it('lets one who changes nothing wait for what they saw, and share its fate', async () => {
  const { writes, file } = slowDisk();
  const done: string[] = [];
  const look = () =>
    file.save(file.current()).then(
      () => done.push('seen'),
      () => done.push('not seen'),
    );
  look();
  await quiet();
  expect(done).toEqual(['seen']);
  add(file, 1, done);
  look();
  await quiet();
  look();
  await quiet();
  expect(done).toEqual(['seen']);
  writes[0]?.fail();
  await quiet();
  expect(done.toSorted()).toEqual(['1 refused', 'not seen', 'not seen', 'seen']);
  expect(writes).toHaveLength(1);
});

it('tells a reader what is on the disk, after what is on its way', async () => {
  const { writes, file } = slowDisk();
  const read: number[][] = [];
  add(file, 1, []);
  file.settled().then((value) => read.push(value));
  await quiet();
  expect(read).toEqual([]);
  writes[0]?.succeed();
  await quiet();
  expect(read).toEqual([[1]]);
  add(file, 2, []);
  file.settled().then((value) => read.push(value));
  await quiet();
  writes[1]?.fail();
  await quiet();
  expect(read).toEqual([[1], [1]]);
});
