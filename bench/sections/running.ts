import { setTimeout as pause } from 'node:timers/promises';
import { startChild } from '../child.ts';
import type { Figure } from '../figure.ts';
import { CONTRIBUTIONS, type LargeOffice, PAGES, pagesRead } from '../large-office.ts';
import { temporaryFolder } from '../office.ts';
import { startApp } from '../start-app.ts';
import { commands } from './commands.ts';
import { events, eventsFlatOut } from './events.ts';

const stored = `${CONTRIBUTIONS.toLocaleString('en-GB')} stored`;
const OURS = 'src/main.ts';
/** For what was read last to be looked at. */
const SETTLE_MS = 500;

/** All that a running app is asked for, beside a bare Bolt that runs as long. */
export const running = async (large: LargeOffice): Promise<Figure[]> => {
  const { office, threads, databaseUrl } = large;
  const settings = await large.settings();
  const callers = startChild('bench/children/callers.ts');
  const bareBolt = await startApp('bench/children/bare-bolt.ts', settings);
  const hasRead = pagesRead(office.workspace, 2 * PAGES);
  const embedded = await startApp(OURS, settings);
  // Before anything more is said in the threads, which it would read.
  const onPostgres = await startApp(OURS, {
    ...settings,
    DATA_DIR: await temporaryFolder(),
    DATABASE_URL: databaseUrl,
  });
  await hasRead();
  await pause(SETTLE_MS);
  const parts = { office, threads, callers, bareBolt, soundings: embedded };
  const about = (store: string) => `Message event, to its ack (${store} store, ${stored})`;
  const figures = [
    ...(await commands(parts)),
    ...(await events({ ...parts, section: about('lowdb') })),
    ...(await eventsFlatOut({ ...parts, section: about('PostgreSQL'), soundings: onPostgres })),
  ];
  for (const child of [embedded, onPostgres, bareBolt, callers]) await child.stop();
  return figures;
};
