import { Client } from 'pg';
import { expect, it, onTestFinished } from 'vitest';
import { BusyError } from '../../../src/domain/errors.ts';
import { createAlone } from '../../../src/store/postgres/alone.ts';
import { connectForLock, letGo } from '../../../src/store/postgres/connect-for-lock.ts';
import { eventually } from '../../eventually.ts';
import { latch } from '../../latch.ts';
import { advisoryLocks, breakLock } from './advisory-locks.ts';
import { freshDatabase } from './fresh-database.ts';
import { opened } from './opened.ts';
import { run } from './run.ts';

it('whoever loses the lock is told so before they do what cannot be undone', async () => {
  const url = await freshDatabase();
  const store = await opened(url);
  const { opened: isLost, open: lose } = latch();
  const work = store.alone('announce', async (stillAlone) => {
    await stillAlone();
    await isLost;
    await stillAlone();
    return 'posted';
  });
  await eventually(async () => expect(await advisoryLocks(url, 'held')).toHaveLength(1));
  await breakLock(url, 'announce');
  lose();
  await expect(work).rejects.toThrow();
  expect(await store.alone('announce', async () => 'posted')).toBe('posted');
});

it('whoever hangs while they have their turn loses it, and knows when they go on', async () => {
  const url = await freshDatabase();
  const [hanging, other] = [createAlone(url, { idleFor: '100ms', patience: '30s' }), createAlone(url)];
  onTestFinished(hanging.end);
  onTestFinished(other.end);
  const { opened: goesOn, open: goOn } = latch();
  const { opened: hasBegun, open: begin } = latch();
  const work = hanging.alone('announce', async (stillAlone) => {
    begin();
    await goesOn;
    await stillAlone();
    return 'posted twice';
  });
  await hasBegun;
  expect(await other.alone('announce', async () => 'posted')).toBe('posted');
  goOn();
  await expect(work).rejects.toThrow();
});

it('whoever waits for too long goes on with a refusal, and the next has its turn', async () => {
  const url = await freshDatabase();
  const { alone, end } = createAlone(url, { idleFor: '10min', patience: '50ms' });
  onTestFinished(end);
  const held = await foreignLock(url, 'soundings: announce');
  await expect(alone('announce', async () => 'posted')).rejects.toThrow(BusyError);
  await held.end();
  expect(await alone('announce', async () => 'posted')).toBe('posted');
});

it('the server ends a lock whose machine vanished within a minute, and one that hangs in the end', async () => {
  const client = await connectForLock(await freshDatabase(), { idleFor: '10min', patience: '30s' });
  onTestFinished(() => letGo(client));
  const { rows } = await client.query<{ name: string; setting: string }>(
    `select name, setting from pg_settings
    where name like 'tcp_keepalives%' or name in ('idle_session_timeout', 'lock_timeout')`,
  );
  expect(Object.fromEntries(rows.map(({ name, setting }) => [name, Number(setting)]))).toEqual({
    tcp_keepalives_idle: 30,
    tcp_keepalives_interval: 10,
    tcp_keepalives_count: 3,
    lock_timeout: 30_000,
    idle_session_timeout: 600_000,
  });
});

it('however many search the whole store, the rest of it is used meanwhile', async () => {
  const url = await freshDatabase();
  const store = await opened(url);
  const locker = await connected(url);
  await locker.query('begin; lock table soundings.people in access exclusive mode');
  const searching = Promise.all(Array.from({ length: 12 }, () => store.placesHolding(['kestrel'])));
  const waiting = () =>
    run(url, "select from pg_locks where relation = 'soundings.people'::regclass and not granted");
  await eventually(async () => expect((await waiting()).length).toBeGreaterThan(0));
  expect(await store.listConsultations('T1')).toEqual([]);
  expect(await waiting()).toHaveLength(1);
  await locker.query('rollback');
  expect(await searching).toEqual(Array.from({ length: 12 }, () => []));
});

async function connected(url: string): Promise<Client> {
  const client = new Client(url);
  await client.connect();
  onTestFinished(() => client.end());
  return client;
}

async function foreignLock(url: string, name: string): Promise<Client> {
  const client = await connected(url);
  await client.query('select pg_advisory_lock(hashtextextended($1, 0))', [name]);
  return client;
}
