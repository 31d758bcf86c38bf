import { mkdir } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';

import { alternate } from '../alternate.ts';
import { type Child, startChild } from '../child.ts';
import type { StoreKind } from '../children/writable.ts';
import type { Filling, Writing, Written } from '../children/writer.ts';
import { atLeast, atMost, type Bar, type Figure, figure } from '../figure.ts';
import { makeDatabase } from '../make-database.ts';
import { median } from '../median.ts';
import { temporaryFolder } from '../office.ts';

const SIZES = [1_000, 10_000, 50_000] as const;
const CALLERS = [1, 32] as const;
const RUN_MS = 120;
const MOST_GROWTH = 1.5;
const LEAST_TIMES_PLAIN = 20;
type Size = (typeof SIZES)[number];

const names: Record<StoreKind, string> = {
  lowdbStore: 'lowdb store',
  postgresStore: 'PostgreSQL store',
  plainLowdb: 'plain lowdb',
  betterSqlite3: 'better-sqlite3',
};

const sqlite = 'better-sqlite3';

/** It compiles for a minute, so it is in no package.json: `npm install --no-save better-sqlite3`. */
export const hasSqlite = (): boolean => {
  try {
    createRequire(import.meta.url).resolve(sqlite);
    return true;
  } catch {
    return false;
  }
};

const placeOf = async (kind: StoreKind, size: Size, folder: string, server: string): Promise<string> => {
  if (kind === 'postgresStore') return makeDatabase(server, `soundings_bench_${size}`);
  const place = join(folder, `${kind}-${size}`);
  await mkdir(place);
  return place;
};

const kinds: StoreKind[] = [
  'lowdbStore',
  'postgresStore',
  'plainLowdb',
  ...(hasSqlite() ? ['betterSqlite3' as const] : []),
];

/** By kind and size. */
type Writers = Map<string, Child>;

/** Each kind of store at three sizes, each in a process of its own. */
export const filledStores = async (server: string): Promise<Writers> => {
  const folder = await temporaryFolder();
  const open = async (kind: StoreKind, size: Size): Promise<[string, Child]> => {
    const writer = startChild('bench/children/writer.ts');
    const filling: Filling = { kind, size, place: await placeOf(kind, size, folder, server) };
    await writer.ask('open', filling);
    return [`${kind} ${size}`, writer];
  };
  const opened = SIZES.flatMap((size) => kinds.map((kind) => open(kind, size)));
  return new Map(await Promise.all(opened));
};

/** How many contributions a second each of them keeps. */
export const stores = async (writers: Writers): Promise<Figure[]> => {
  const figures: Figure[] = [];
  for (const callers of CALLERS) {
    const write = (name: string, ms: number) =>
      writers.get(name)?.ask<Written>('write', { callers, ms } satisfies Writing) ??
      Promise.reject(new Error(name));
    for (const name of writers.keys()) if (!name.startsWith('plain')) await write(name, RUN_MS / 3);
    const tries = Object.fromEntries([...writers.keys()].map((name) => [name, () => write(name, RUN_MS)]));
    figures.push(...figuresOf(callers, await alternate(tries)));
  }
  for (const writer of writers.values()) await writer.stop();
  return figures;
};

type Runs = Record<string, Written[]>;

const figuresOf = (callers: number, runs: Runs): Figure[] => {
  const perSecond = (kind: StoreKind, size: Size) =>
    (runs[`${kind} ${size}`] ?? []).map((run) => run.perSecond);
  return SIZES.flatMap((size) =>
    kinds
      .filter((kind) => kind !== 'plainLowdb')
      .map((kind) =>
        figure({
          section: `Store writes, ${callers === 1 ? 'one caller' : `${callers} callers`}`,
          what: `${names[kind]}, ${size.toLocaleString('en-GB')} stored`,
          unit: 'a second',
          runs: perSecond(kind, size),
          floor: { what: names.plainLowdb, runs: perSecond('plainLowdb', size) },
          bars:
            kind === 'lowdbStore'
              ? barsAt(size, (at) => median(perSecond(kind, at)), median(perSecond('plainLowdb', size)))
              : [],
        }),
      ),
  );
};

const barsAt = (size: Size, ours: (size: Size) => number, plain: number): Bar[] => {
  if (size === 10_000)
    return [
      atLeast(LEAST_TIMES_PLAIN, ours(size) / plain, `at least ${LEAST_TIMES_PLAIN} times plain lowdb`),
    ];
  if (size === 50_000)
    return [
      atMost(
        MOST_GROWTH,
        ours(1_000) / ours(size),
        `a write costs at most ${MOST_GROWTH} times one at 1,000`,
      ),
    ];
  return [];
};
