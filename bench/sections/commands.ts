import { serve } from '../../src/practice/http-server.ts';
import { alternate } from '../alternate.ts';
import type { Child } from '../child.ts';
import { atLeast, type Figure, figure } from '../figure.ts';
import { aside, type Measured, measuredCalls, type Pair, runsOf } from '../measured-calls.ts';
import { median } from '../median.ts';
import type { Office } from '../office.ts';
import { commandParcels } from '../parcels.ts';
import type { RunningApp } from '../start-app.ts';

const section = 'Slash command, to its ack';
/** Of bare Bolt's throughput. */
const LEAST_SHARE = 0.7;
const loads = [
  { callers: 1, count: 500 },
  { callers: 32, count: 4_000 },
];

type Parts = { office: Office; callers: Child; soundings: RunningApp; bareBolt: RunningApp };

/** How fast commands are acked, with the answer that follows each going out too. */
export const commands = async ({ office, callers, soundings, bareBolt }: Parts): Promise<Figure[]> => {
  // Takes the answers in, which are no part of the ack, as Slack's own machines do.
  const sink = await serve(async () => ({ status: 200, body: { ok: true } }));
  const call = async (app: RunningApp, load: (typeof loads)[number]): Promise<Measured> => {
    const asked = { line: '/soundings help', count: load.count, responseUrl: sink.url };
    const parcels = await commandParcels(office, asked);
    const { signingSecret } = office.workspace;
    return measuredCalls(callers, app, 'flatOut', { signingSecret, callers: load.callers, parcels });
  };
  const figures: Figure[] = [];
  for (const load of loads) {
    for (const app of [soundings, bareBolt, soundings, bareBolt]) await call(app, load);
    const runs = await alternate({ bare: () => call(bareBolt, load), ours: () => call(soundings, load) });
    figures.push(told(load.callers, runs));
  }
  await sink.stop();
  return figures;
};

const told = (callers: number, runs: Pair): Figure => {
  const [ours, bare] = [runsOf(runs.ours, 'perSecond'), runsOf(runs.bare, 'perSecond')];
  const share = median(ours) / median(bare);
  return figure({
    section,
    what: callers === 1 ? 'one caller' : `${callers} callers`,
    unit: 'a second',
    runs: ours,
    floor: { what: 'bare Bolt', runs: bare },
    bars: [atLeast(LEAST_SHARE, share, `at least ${LEAST_SHARE} of bare Bolt`)],
    more: aside(runs),
  });
};
