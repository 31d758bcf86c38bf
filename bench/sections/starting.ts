import { setTimeout as pause } from 'node:timers/promises';
import { alternate } from '../alternate.ts';
import { atMost, type Figure, figure } from '../figure.ts';
import { CONTRIBUTIONS, type LargeOffice, PAGES, pagesRead } from '../large-office.ts';
import { median } from '../median.ts';
import { settingsFor, temporaryFolder } from '../office.ts';
import { startApp } from '../start-app.ts';

const section = 'Start to ready, and memory';
const MOST_TO_START_S = 1;
const MOST_ABOVE_BOLT_MB = 80;
/** What it has in memory is what it stays at. */
const SETTLE_MS = 500;

type Settings = Record<string, string>;
type Started = { seconds: number; mb: number };

/** The shipped app from its fork to the line that says it is ready, and what it has in memory once it has read the threads. */
export const starting = async (large: LargeOffice): Promise<Figure[]> => {
  const { workspace } = large.office;
  const start = async (source: string, settings: Settings, pages: number): Promise<Started> => {
    const hasRead = pagesRead(workspace, pages);
    const app = await startApp(source, settings);
    await hasRead();
    await pause(SETTLE_MS);
    const mb = app.residentMb();
    await app.stop();
    return { seconds: app.startedInMs / 1_000, mb };
  };
  const empty = settingsFor(workspace, await temporaryFolder());
  const filled = await large.settings();
  const { bare, none, many } = await alternate({
    bare: () => start('bench/children/bare-bolt.ts', empty, 0),
    none: () => start('src/main.ts', empty, 0),
    many: () => start('src/main.ts', filled, PAGES),
  });
  const measured = (runs: Started[], what: keyof Started) => runs.map((run) => run[what]);
  const floorOf = (what: keyof Started) => ({ what: 'bare Bolt', runs: measured(bare, what) });
  const stored = `${CONTRIBUTIONS.toLocaleString('en-GB')} contributions`;
  const seconds = median(measured(many, 'seconds'));
  const above = median(measured(many, 'mb')) - median(measured(bare, 'mb'));
  const startBar = atMost(MOST_TO_START_S, seconds, `at most ${MOST_TO_START_S} s`);
  const memoryBar = atMost(MOST_ABOVE_BOLT_MB, above, `at most ${MOST_ABOVE_BOLT_MB} MB more than bare Bolt`);
  const told = (what: string, unit: 's' | 'MB', runs: number[], bars: Figure['bars']) =>
    figure({ section, what, unit, runs, floor: floorOf(unit === 's' ? 'seconds' : 'mb'), bars });
  return [
    told('start, empty store', 's', measured(none, 'seconds'), []),
    told(`start, ${stored}`, 's', measured(many, 'seconds'), [startBar]),
    told('memory, empty store', 'MB', measured(none, 'mb'), []),
    told(`memory, ${stored}`, 'MB', measured(many, 'mb'), [memoryBar]),
  ];
};
