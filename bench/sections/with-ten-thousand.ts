import { join } from 'node:path';
import { openLowdbStore } from '../../src/store/lowdb-store.ts';
import { openPostgresStore } from '../../src/store/postgres/postgres-store.ts';
import type { Store } from '../../src/store/store.ts';
import { startChild } from '../child.ts';
import type { Figure } from '../figure.ts';
import { inventedRecord, type Setting } from '../invented-record.ts';
import { makeDatabase } from '../make-database.ts';
import { type Office, openedThreads, settingsFor, startOffice, temporaryFolder } from '../office.ts';
import { seed } from '../seed.ts';
import { startApp } from '../start-app.ts';
import { commands } from './commands.ts';
import { events, eventsFlatOut } from './events.ts';
import { exporting } from './exporting.ts';
import { starting } from './starting.ts';

const CONTRIBUTIONS = 10_000;
/** More often than the app can ask in the time of a run: a reading would mark every seeded reply as gone from Slack. */
const UNREADABLE = 10_000;

export type LargeOffice = { office: Office; setting: Setting; dataDir: string; databaseUrl: string };

const seeded = async (store: Store, setting: Setting): Promise<void> => {
  await seed(store, await inventedRecord(CONTRIBUTIONS, setting));
  await store.close();
};

/** A consultation with 10,000 contributions, in a folder and in a database. */
export const largeOffice = async (server: string): Promise<LargeOffice> => {
  const office = await startOffice([]);
  office.workspace.failNext('conversations.replies', { error: 'internal_error' }, UNREADABLE);
  const setting = openedThreads(office);
  const dataDir = join(await temporaryFolder(), 'data');
  const databaseUrl = await makeDatabase(server, 'soundings_bench_events');
  await seeded(await openLowdbStore(dataDir), setting);
  await seeded(await openPostgresStore(databaseUrl), setting);
  return { office, setting, dataDir, databaseUrl };
};

export const startingLarge = async ({ office: { workspace }, dataDir }: LargeOffice): Promise<Figure[]> => {
  const empty = settingsFor(workspace, await temporaryFolder());
  return starting({ empty, large: settingsFor(workspace, dataDir), contributions: CONTRIBUTIONS });
};

const stored = `${CONTRIBUTIONS.toLocaleString('en-GB')} stored`;
const OURS = 'bench/children/soundings.ts';

/** All that a running app is asked for, beside a bare Bolt that runs as long. */
export const running = async ({ office, setting, dataDir, databaseUrl }: LargeOffice): Promise<Figure[]> => {
  const settings = settingsFor(office.workspace, dataDir);
  const callers = startChild('bench/children/callers.ts');
  const bareBolt = await startApp('bench/children/bare-bolt.ts', settings);
  const embedded = await startApp(OURS, settings);
  const threads = setting.threads.map(({ threadTs }) => threadTs);
  const parts = { office, threads, callers, bareBolt, soundings: embedded };
  const figures = [
    ...(await commands(parts)),
    ...(await events({ ...parts, section: `Message event, to its ack (lowdb store, ${stored})` })),
    ...(await exporting({ office, soundings: embedded, contributions: CONTRIBUTIONS })),
  ];
  await embedded.stop();
  const onPostgres = await startApp(OURS, {
    ...settings,
    DATA_DIR: await temporaryFolder(),
    DATABASE_URL: databaseUrl,
  });
  const section = `Message event, to its ack (PostgreSQL store, ${stored})`;
  figures.push(...(await eventsFlatOut({ ...parts, section, soundings: onPostgres })));
  for (const child of [onPostgres, bareBolt, callers]) await child.stop();
  return figures;
};
