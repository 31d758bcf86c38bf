import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { startServer } from '../tests/store/postgres/server.ts';
import { build, root } from './build.ts';
import { stopChildren } from './child.ts';
import { atMost, type Figure, figure, missedBars } from './figure.ts';
import { largeOffice } from './large-office.ts';
import { machine, shortLoad } from './machine.ts';
import { cleanUp } from './office.ts';
import { documents } from './sections/documents.ts';
import { eventLoop } from './sections/event-loop.ts';
import { reconciling } from './sections/reconciling.ts';
import { running } from './sections/running.ts';
import { slackCalls } from './sections/slack-calls.ts';
import { starting } from './sections/starting.ts';
import { filledStores, hasSqlite, stores } from './sections/stores.ts';
import { table } from './table.ts';

const results = join(root, 'bench', 'results');

/** Of all parts, so that somebody waits for it. */
const MOST_S = 240;

/** Each part by a name that it can be asked for: `npm run bench -- stores documents`. The last of the large office adds to its threads. */
const parts = ['starting', 'loop', 'running', 'stores', 'documents', 'reconciling', 'calls'] as const;
type Part = (typeof parts)[number];

const isPart = (word: string): word is Part => parts.some((part) => part === word);

const once = <Made>(make: () => Promise<Made>): (() => Promise<Made>) => {
  let made: Promise<Made> | undefined;
  return () => {
    made ??= make();
    return made;
  };
};

/** What is prepared and what is only counted goes on side by side, before anything is timed. */
const measure = async (server: string, wanted: readonly Part[]): Promise<Figure[]> => {
  const large = once(() => largeOffice(server));
  const filled = once(() => filledStores(server));
  const counted = once(slackCalls);
  const beforehand: Partial<Record<Part, () => Promise<unknown>>> = {
    starting: large,
    loop: large,
    running: large,
    stores: filled,
    calls: counted,
  };
  const measures: Record<Part, () => Promise<Figure[]>> = {
    starting: () => large().then(starting),
    loop: () => large().then(eventLoop),
    running: () => large().then(running),
    stores: () => filled().then(stores),
    documents,
    reconciling,
    calls: counted,
  };
  console.error('Preparing …');
  // Each to its end, so that none goes on when all is taken away because another failed.
  const prepared = await Promise.allSettled(wanted.map((part) => beforehand[part]?.()));
  for (const one of prepared) if (one.status === 'rejected') throw one.reason;
  const figures: Figure[] = [];
  for (const part of parts.filter((each) => wanted.includes(each))) {
    console.error(`Measuring: ${part} …`);
    figures.push(...(await measures[part]()));
  }
  return figures;
};

const itself = (seconds: number): Figure =>
  figure({
    section: 'This benchmark',
    what: 'all of it',
    unit: 's',
    runs: [seconds],
    bars: [atMost(MOST_S, seconds, `at most ${MOST_S} s`)],
  });

const bench = async (wanted: readonly Part[]): Promise<void> => {
  const startedAt = performance.now();
  const before = machine();
  build();
  const server = await startServer();
  const leaveNothing = async () => {
    await stopChildren();
    await cleanUp();
    await server.stop();
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => void leaveNothing().finally(() => process.exit(1)));
  try {
    const figures = await measure(server.url, wanted);
    const seconds = Math.round((performance.now() - startedAt) / 1_000);
    if (wanted.length === parts.length) figures.push(itself(seconds));
    const about = { ...before, loadAfter: shortLoad(), seconds };
    const missed = missedBars(figures);
    const sqlite = hasSqlite() ? 'measured' : 'not measured: it is not installed';
    await mkdir(results, { recursive: true });
    await writeFile(
      join(results, 'latest.json'),
      `${JSON.stringify({ about, sqlite, missed: missed.length, figures }, null, 2)}\n`,
    );
    console.log(`${table(figures)}\n`);
    console.log(
      Object.entries(about)
        .map(([name, value]) => `${name}: ${value}`)
        .join(' · '),
    );
    console.log(`better-sqlite3: ${sqlite}. Everything is in bench/results/latest.json.`);
    console.log(missed.length === 0 ? 'Every bar is met.' : `MISSED: ${missed.length} of the bars.`);
    process.exitCode = missed.length === 0 ? 0 : 1;
  } finally {
    await leaveNothing();
  }
};

const asked = process.argv.slice(2);
const unknown = asked.filter((word) => !isPart(word));
if (unknown.length > 0) {
  console.error(`There is no part “${unknown.join(' ')}”. The parts are: ${parts.join(', ')}.`);
  process.exitCode = 1;
} else {
  await bench(asked.length === 0 ? parts : asked.filter(isPart));
}
