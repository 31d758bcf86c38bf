import { Client } from 'pg';
import { expect, it, onTestFinished } from 'vitest';
import { eventually } from '../eventually.ts';
import { office, opens, recorded, startApp } from '../office.ts';
import { advisoryLocks } from '../store/postgres/advisory-locks.ts';
import { freshDatabase } from '../store/postgres/fresh-database.ts';
import { opened } from '../store/postgres/opened.ts';

/** A session as a replica leaves it whose machine vanished in the middle of some work. */
async function leftHolding(databaseUrl: string, names: string[]): Promise<Client> {
  const client = new Client(databaseUrl);
  await client.connect();
  onTestFinished(() => client.end());
  for (const name of names)
    await client.query('select pg_advisory_lock(hashtextextended($1, 0))', [`soundings: ${name}`]);
  return client;
}

it('what a vanished replica was doing for one consultation keeps no other from finding what was never delivered', async () => {
  const databaseUrl = await freshDatabase();
  const there = await office({ databaseUrl });
  const { workspace, app, bea, channel, dataDir } = there;
  const { thread } = await opens(there);
  await app.stop();
  const store = await opened(databaseUrl);
  const [consultation] = await store.listConsultations(workspace.teamId);
  if (consultation === undefined) throw new Error('There is none.');
  const stuck = { ...consultation, openedAt: '2026-01-01T09:00:00.000Z' };
  const themes = consultation.themes.map((theme) => ({ ...theme, threadTs: null }));
  await store.addConsultation({ ...stuck, id: 'not-posted', openingTs: null, themes });
  await store.addConsultation({
    ...stuck,
    id: 'to-expire',
    themes: [],
    deadline: '2026-01-02T09:00:00.000Z',
    keepMonths: 1,
  });
  await leftHolding(databaseUrl, ['announce not-posted', 'expire to-expire']);
  const held = workspace.holdEvents();
  const missed = bea.replies(channel, thread('Funding'), 'Never delivered');
  held.drop();
  await startApp(workspace, dataDir, { databaseUrl });
  await recorded(there, missed);
  await eventually(async () => expect(await advisoryLocks(databaseUrl, 'waited for')).toHaveLength(2));
});
