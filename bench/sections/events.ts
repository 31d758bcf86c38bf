import { alternate } from '../alternate.ts';
import type { Child } from '../child.ts';
import { atLeast, atMost, type Figure, figure } from '../figure.ts';
import { inventedTexts } from '../invented-texts.ts';
import { aside, type Measured, measuredCalls, type Pair, runsOf } from '../measured-calls.ts';
import { median } from '../median.ts';
import type { Office } from '../office.ts';
import { replyParcels } from '../parcels.ts';
import type { RunningApp } from '../start-app.ts';

/** Six times what Slack ever sends a workspace's app. */
const PACE = 50;
const MOST_SLOWER_MS = 15;
const LEAST_PER_SECOND = 800;

const loads = {
  paced: { ask: 'paced', how: { perSecond: PACE }, count: 3 * PACE },
  flatOut: { ask: 'flatOut', how: { callers: 32 }, count: 600 },
  fewer: { ask: 'flatOut', how: { callers: 32 }, count: 300 },
  one: { ask: 'flatOut', how: { callers: 1 }, count: 200 },
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

/** Sends new replies to an app; resolves once all that follows them is over, so that it is not in the way of the next. */
const createCall = ({ office, threads, callers, soundings }: Parts) => {
  const { workspace } = office;
  const texts = inventedTexts(loads.flatOut.count);
  return async (app: RunningApp, load: Load): Promise<Measured> => {
    const { ask, how, count } = loads[load];
    const parcels = await replyParcels(office, threads, texts.slice(0, count));
    const marks = () => workspace.calls('reactions.add').length;
    const expected = marks() + (app === soundings ? count : 0);
    const { signingSecret } = workspace;
    return measuredCalls(callers, app, ask, { signingSecret, parcels, ...how }, () =>
      workspace.until(() => marks() >= expected, 'every reply to be marked', 60_000),
    );
  };
};

const alternately = async (parts: Parts, load: Load): Promise<Pair> => {
  const call = createCall(parts);
  return alternate({ bare: () => call(parts.bareBolt, load), ours: () => call(parts.soundings, load) });
};

const warmUp = async (parts: Parts, load: Load): Promise<void> => {
  const call = createCall(parts);
  const { bareBolt, soundings } = parts;
  for (const app of [bareBolt, soundings, soundings, soundings]) await call(app, load);
};

/** How long a reply waits for its ack, which goes out when the reply is on the disk. Bare Bolt acks and keeps nothing. */
export const events = async (parts: Parts): Promise<Figure[]> => {
  await warmUp(parts, 'flatOut');
  const paced = pacedFigure(parts, await alternately(parts, 'paced'));
  const flatOut = throughput(parts, '32 callers, flat out', await alternately(parts, 'flatOut'));
  const one = throughput(parts, 'one caller', await alternately(parts, 'one'));
  const bar = atLeast(LEAST_PER_SECOND, flatOut.value, `at least ${LEAST_PER_SECOND} a second`);
  return [paced, { ...flatOut, bars: [bar] }, one];
};

/** The same flat out only, and with no bar of its own. */
export const eventsFlatOut = async (parts: Parts): Promise<Figure[]> => {
  await warmUp(parts, 'fewer');
  return [throughput(parts, '32 callers, flat out', await alternately(parts, 'fewer'))];
};

const pacedFigure = ({ section }: Parts, runs: Pair): Figure => {
  const [ours, bare] = [runsOf(runs.ours, 'p99'), runsOf(runs.bare, 'p99')];
  const slower = median(ours) - median(bare);
  return figure({
    section,
    what: `paced at ${PACE} a second, p99`,
    unit: 'ms',
    runs: ours,
    floor: { what: 'bare Bolt', runs: bare },
    bars: [atMost(MOST_SLOWER_MS, slower, `at most ${MOST_SLOWER_MS} ms more than bare Bolt`)],
    more: aside(runs),
  });
};

const throughput = ({ section }: Parts, what: string, runs: Pair): Figure =>
  figure({
    section,
    what,
    unit: 'a second',
    runs: runsOf(runs.ours, 'perSecond'),
    floor: { what: 'bare Bolt', runs: runsOf(runs.bare, 'perSecond') },
    more: aside(runs),
  });
