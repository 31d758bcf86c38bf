import { expect, it, onTestFinished } from 'vitest';
import { createReader } from '../../../src/store/postgres/reader.ts';
import { eventually } from '../../eventually.ts';
import { breakLock } from './advisory-locks.ts';
import { freshDatabase } from './fresh-database.ts';
import { opened } from './opened.ts';

it('of several replicas one reads, and another takes over when that one closes or loses its connection', async () => {
  const url = await freshDatabase();
  const [one, other] = await Promise.all([opened(url), opened(url)]);
  expect(await one.isReader()).toBe(true);
  expect(await Promise.all([one.isReader(), other.isReader(), one.isReader()])).toEqual([true, false, true]);

  await breakLock(url, 'reader');
  await eventually(async () => expect(await other.isReader()).toBe(true));
  expect(await one.isReader()).toBe(false);

  await other.close();
  await expect(other.isReader()).rejects.toThrow('closed');
  await eventually(async () => expect(await one.isReader()).toBe(true));
});

it('one that hangs, and so does not ask again for long, is replaced', async () => {
  const url = await freshDatabase();
  const [hanging, other] = [createReader(url, { idleFor: '100ms', patience: '30s' }), createReader(url)];
  onTestFinished(() => Promise.all([hanging.end(), other.end()]).then(() => undefined));
  expect(await hanging.isReader()).toBe(true);
  await eventually(async () => expect(await other.isReader()).toBe(true));
  expect(await hanging.isReader()).toBe(false);
});
