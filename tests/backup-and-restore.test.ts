import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { cp, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, inject, it, onTestFinished } from 'vitest';
import packageJson from '../package.json' with { type: 'json' };
import type { StoreConfig } from '../src/config.ts';
import type { Store } from '../src/store/store.ts';
import { inFolder, withStore } from './data-places.ts';
import { exported, type Office, openedConsultation, recorded, startApp, temporaryFolder } from './office.ts';
import { onlyThese } from './only-these.ts';
import { makeDatabase } from './store/postgres/fresh-database.ts';

/** The commands of docs/running.md, by what they do. */
const [, section = ''] =
  /## Backup and restore\n(.*?)\n## /s.exec(readFileSync('docs/running.md', 'utf8')) ?? [];
const told: Record<string, string> = Object.fromEntries(
  [...section.matchAll(/^ {4}npm run data -- ((\w+).*)$/gm)].map(([, words = '', task = '']) => [
    task,
    words,
  ]),
);

/** Does what the page says, in this folder and with this store: `npm run data` is the same with dist/. Throws when it ends with 1. */
async function asTold(task: string, folder: string, config: StoreConfig, address = ''): Promise<string> {
  expect(packageJson.scripts.data).toBe('node dist/data.js');
  const words = (told[task] ?? '').split(' ').map((word) => (word.startsWith('postgres:') ? address : word));
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [join(inject('builtApp'), 'data.js'), ...words],
    {
      cwd: folder,
      env: onlyThese(settingsOf(config)),
    },
  );
  return stdout;
}

const settingsOf = ({ dataDir, databaseUrl }: StoreConfig) => ({
  DATA_DIR: dataDir,
  ...(databaseUrl === null ? {} : { DATABASE_URL: databaseUrl }),
});

async function inNewDatabase(): Promise<StoreConfig> {
  const { url, drop } = await makeDatabase(inject('databaseServer'));
  onTestFinished(drop);
  return { ...(await inFolder()), databaseUrl: url };
}

const TEXTS = Array.from(
  { length: 12 },
  (_, n) => `Point ${n} is that the budget for visits lasts ${n + 3} years.`,
);
const MISSED = 'Said while nothing was running, about the waiting list.';

/** A consultation with twelve replies, one of them edited, and a submission made. */
async function aTeamAtWork(config: StoreConfig) {
  const there = await openedConsultation(config);
  const { channel, bea, omar, ruth, thread } = there;
  const places = ['Funding', 'Workforce'].map(thread);
  const sent = TEXTS.map((text, n) => (n % 2 ? bea : omar).replies(channel, places[n % 2] ?? '', text));
  for (const ts of sent) await recorded(there, ts);
  omar.edits(channel, sent[0] ?? '', `${TEXTS[0]} And longer.`);
  await there.workspace.settled();
  await exported(there, ruth, 'export markdown');
  return { ...there, place: places[0] ?? '' };
}

const everythingOf = (config: StoreConfig, teamId: string) =>
  withStore(config, async (store: Store) => {
    const consultations = await store.listConsultations(teamId);
    const [{ id } = { id: '' }] = consultations;
    return {
      consultations,
      contributions: await store.listContributions(id),
      actions: await store.listActions(id),
      lastExport: await store.findLastExport(id),
      people: await store.listPeople(teamId),
    };
  });

/** The app starts on this store, finds what was said while it was away, and its next submission holds every reply. */
async function goesOnWith(config: StoreConfig, there: Office & { place: string }, before: Kept) {
  const { workspace, channel, bea, ruth, place } = there;
  const missed = bea.replies(channel, place, MISSED);
  const app = await startApp(workspace, config.dataDir, config);
  await recorded(there, missed);
  const submission = await exported(there, ruth, 'export markdown');
  expect([...TEXTS, MISSED].filter((text) => !submission.includes(text.slice(0, -1)))).toEqual([]);
  await app.stop();
  const { contributions } = await everythingOf(config, workspace.teamId);
  expect(contributions.filter(({ text }) => text !== MISSED)).toEqual(before.contributions);
  expect(contributions).toHaveLength(before.contributions.length + 1);
}
type Kept = Awaited<ReturnType<typeof everythingOf>>;

it('docs/running.md tells how to back up, check, restore and move', () => {
  expect(Object.keys(told)).toEqual(['export', 'verify', 'import', 'move']);
});

describe.each([
  ['a data folder', inFolder],
  ['PostgreSQL', inNewDatabase],
] as const)('what docs/running.md says, with %s', (_, aStore) => {
  it('makes a backup from which the app goes on with every contribution', async () => {
    const lost = await aStore();
    const there = await aTeamAtWork(lost);
    const folder = await temporaryFolder();
    // PostgreSQL may be in use meanwhile; a folder may not.
    if (lost.databaseUrl === null) await there.app.stop();
    expect(await asTold('export', folder, lost)).toContain('12 contributions');
    await there.app.stop();
    const before = await everythingOf(lost, there.workspace.teamId);
    expect(before.contributions).toHaveLength(TEXTS.length);

    const restored = await aStore();
    await cp(join(lost.dataDir, 'exports'), join(restored.dataDir, 'exports'), { recursive: true });
    await asTold('import', folder, restored);
    expect(await asTold('verify', folder, restored)).toContain('All is well');
    expect(await everythingOf(restored, there.workspace.teamId)).toEqual(before);
    await goesOnWith(restored, there, before);
    expect(await readdir(join(restored.dataDir, 'exports'))).toEqual(
      expect.arrayContaining(await readdir(join(lost.dataDir, 'exports'))),
    );
  });
});

it('what docs/running.md says moves the data of a folder to PostgreSQL, where the app goes on', async () => {
  const first = await inFolder();
  const there = await aTeamAtWork(first);
  await there.app.stop();
  const before = await everythingOf(first, there.workspace.teamId);
  const { databaseUrl } = await inNewDatabase();
  const said = await asTold('move', await temporaryFolder(), first, databaseUrl ?? '');
  expect(said).toContain('Set DATABASE_URL to that address');
  const second = { ...first, databaseUrl };
  expect(await everythingOf(second, there.workspace.teamId)).toEqual(before);
  await goesOnWith(second, there, before);
  expect(await everythingOf(first, there.workspace.teamId)).toEqual(before);
});
