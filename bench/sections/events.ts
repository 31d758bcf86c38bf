import { alternate, ROUNDS } from '../alternate.ts';
import type { Child } from '../child.ts';
import type { Called } from '../children/callers.ts';
import { atLeast, atMost, type Figure, figure } from '../figure.ts';
import { inventedTexts } from '../invented-texts.ts';
import { median } from '../median.ts';
import type { Office } from '../office.ts';
import { replyParcels } from '../parcels.ts';
import type { RunningApp } from '../start-app.ts';

/** Six times what Slack ever sends a workspace's app. */
const PACE = 50;
const MOST_SLOWER_MS = 15;
const LEAST_PER_SECOND = 800;

const loads = {
  paced: { ask: 'paced', how: { perSecond: PACE }, count: 4 * PACE },
  flatOut: { ask: 'flatOut', how: { callers: 32 }, count: 1_500 },
  one: { ask: 'flatOut', how: { callers: 1 }, count: 300 },
} as const;
type Load = keyof typeof loads;

type Parts = {
  section: string;
  office: Office;
  threads: string[];
  callers: Child;
  soundings: RunningApp;
  bareBolt: RunningApp;
};

/** How long a reply waits for its ack, which goes out when the reply is on the disk. Bare Bolt acks and keeps nothing. */
export const events = async ({ section, office, threads, callers, soundings, bareBolt }: Parts): Promise<Figure[]> => {
  const { workspace } = office;
  const texts = inventedTexts(loads.flatOut.count);
  const call = async (app: RunningApp, load: Load): Promise<Called> => {
    const { ask, how, count } = loads[load];
    const parcels = await replyParcels(office, threads, texts.slice(0, count));
    const marked = workspace.calls('reactions.add').length + (app === soundings ? count : 0);
    const called: Called = await callers.ask(ask, {
      url: app.url,
      signingSecret: workspace.signingSecret,
      parcels,
      ...how,
    });
    // What goes on in the background must not be in the way of the next.
    await workspace.until(() => workspace.calls('reactions.add').length >= marked, 'the marks', 60_000);
    return called;
  };
  const both = (load: Load) =>
    alternate({ bare: () => call(bareBolt, load), ours: () => call(soundings, load) }, ROUNDS);
  for (const app of [bareBolt, soundings]) await call(app, 'one');
  return [
    pacedFigure(section, await both('paced')),
    throughput(section, '32 callers, flat out', await both('flatOut'), true),
    throughput(section, 'one caller', await both('one'), false),
  ];
};

type Runs = Record<'ours' | 'bare', Called[]>;
const measured = (called: Called[], what: keyof Called) => called.map((one) => one[what]);

const pacedFigure = (section: string, { ours, bare }: Runs): Figure => {
  const slower = median(measured(ours, 'p99')) - median(measured(bare, 'p99'));
  return figure({
    section,
    what: `paced at ${PACE} a second, p99`,
    unit: 'ms',
    runs: measured(ours, 'p99'),
    floor: { what: 'bare Bolt', runs: measured(bare, 'p99') },
    bars: [atMost(MOST_SLOWER_MS, slower, `at most ${MOST_SLOWER_MS} ms more than bare Bolt`)],
    more: { p50Ms: median(measured(ours, 'p50')), bareP50Ms: median(measured(bare, 'p50')) },
  });
};

const throughput = (section: string, what: string, { ours, bare }: Runs, isBarred: boolean): Figure => {
  const perSecond = median(measured(ours, 'perSecond'));
  return figure({
    section,
    what,
    unit: 'a second',
    runs: measured(ours, 'perSecond'),
    floor: { what: 'bare Bolt', runs: measured(bare, 'perSecond') },
    bars: isBarred ? [atLeast(LEAST_PER_SECOND, perSecond, `at least ${LEAST_PER_SECOND} a second`)] : [],
    more: {
      p50Ms: median(measured(ours, 'p50')),
      p99Ms: median(measured(ours, 'p99')),
      bareP50Ms: median(measured(bare, 'p50')),
      bareP99Ms: median(measured(bare, 'p99')),
    },
  });
};
