import { serve } from '../../src/practice/http-server.ts';
import { alternate } from '../alternate.ts';
import type { Child } from '../child.ts';
import type { Called } from '../children/callers.ts';
import { atLeast, type Figure, figure } from '../figure.ts';
import { median } from '../median.ts';
import type { Office } from '../office.ts';
import { commandParcels } from '../parcels.ts';
import type { RunningApp } from '../start-app.ts';

const section = 'Slash command, to its ack';
/** Of bare Bolt's throughput. */
const LEAST_SHARE = 0.7;
const loads = [
  { callers: 1, count: 500 },
  { callers: 32, count: 2_000 },
];

type Parts = { office: Office; callers: Child; soundings: RunningApp; bareBolt: RunningApp };

/** How fast commands are acked, with the answer that follows each going out too. */
export const commands = async ({ office, callers, soundings, bareBolt }: Parts): Promise<Figure[]> => {
  // Takes the answers in, which are no part of the ack, as Slack's own machines do.
  const sink = await serve(async () => ({ status: 200, body: { ok: true } }));
  const call = async (app: RunningApp, load: (typeof loads)[number]): Promise<Called> => {
    const asked = { line: '/soundings help', count: load.count, responseUrl: sink.url };
    const { workspace } = office;
    return callers.ask('flatOut', {
      url: app.url,
      signingSecret: workspace.signingSecret,
      callers: load.callers,
      parcels: await commandParcels(office, asked),
    });
  };
  const figures: Figure[] = [];
  for (const load of loads) {
    for (const app of [soundings, bareBolt]) await call(app, load);
    const runs = await alternate({ bare: () => call(bareBolt, load), ours: () => call(soundings, load) });
    figures.push(told(load.callers, runs));
  }
  await sink.stop();
  return figures;
};

const told = (callers: number, { ours, bare }: Record<'ours' | 'bare', Called[]>): Figure => {
  const perSecond = (called: Called[]) => called.map((one) => one.perSecond);
  const share = median(perSecond(ours)) / median(perSecond(bare));
  return figure({
    section,
    what: callers === 1 ? 'one caller' : `${callers} callers`,
    unit: 'a second',
    runs: perSecond(ours),
    floor: { what: 'bare Bolt', runs: perSecond(bare) },
    bars: [atLeast(LEAST_SHARE, share, `at least ${LEAST_SHARE} of bare Bolt`)],
    more: {
      p50Ms: median(ours.map(({ p50 }) => p50)),
      p99Ms: median(ours.map(({ p99 }) => p99)),
      bareP50Ms: median(bare.map(({ p50 }) => p50)),
      bareP99Ms: median(bare.map(({ p99 }) => p99)),
    },
  });
};
