import { alternate } from '../alternate.ts';
import { startChild } from '../child.ts';
import type { Making } from '../children/documents.ts';
import { atMost, type Bar, type Figure, figure } from '../figure.ts';
import { median } from '../median.ts';
import { openedThreads, startOffice } from '../office.ts';

const section = 'Arrange, render and export to Markdown';
const SIZES = [100, 500, 1_000, 10_000] as const;
const MOST_S = new Map<number, number>([
  [500, 0.5],
  [1_000, 1],
  [10_000, 15],
]);
const DRAFT_SIZE = 1_000;

/** How long a document takes, in a process of its own as in the app, but with the process started and warm. */
export const documents = async (): Promise<Figure[]> => {
  const setting = openedThreads(await startOffice([]));
  const maker = startChild('bench/children/documents.ts');
  await maker.ask('prepare', { count: SIZES.at(-1), setting });
  const make = async (making: Making) => (await maker.ask<number>('make', making)) / 1_000;
  const copy = async (size: number) => (await maker.ask<number>('copy', { size })) / 1_000;
  for (const format of ['markdown', 'draft'] as const) await make({ format, size: 500 });
  const tries = SIZES.flatMap((size) => [
    [`make ${size}`, () => make({ format: 'markdown', size })] as const,
    [`copy ${size}`, () => copy(size)] as const,
  ]);
  const draft = { 'make draft': () => make({ format: 'draft', size: DRAFT_SIZE }) };
  const runs: Record<string, number[]> = await alternate({ ...Object.fromEntries(tries), ...draft });
  await maker.stop();
  const runsOf = (name: string) => runs[name] ?? [];
  const told = (what: string, name: string, size: number, bars: Bar[]): Figure => {
    const floor = { what: 'replies read and written', runs: runsOf(`copy ${size}`) };
    return figure({ section, what, unit: 's', runs: runsOf(name), floor, bars });
  };
  return [
    ...SIZES.map((size) => {
      const seconds = median(runsOf(`make ${size}`));
      const growth = seconds / (median(runsOf('make 1000')) * (size / 1_000));
      return told(
        `submission of ${size.toLocaleString('en-GB')}`,
        `make ${size}`,
        size,
        barsFor(size, seconds, growth),
      );
    }),
    told(`working draft of ${DRAFT_SIZE.toLocaleString('en-GB')}`, 'make draft', DRAFT_SIZE, []),
  ];
};

const barsFor = (size: number, seconds: number, growth: number): Bar[] => {
  const most = MOST_S.get(size);
  const inTime = most === undefined ? [] : [atMost(most, seconds, `at most ${most} s`)];
  return size === 10_000 ? [...inTime, atMost(1, growth, 'no worse than linear from 1,000')] : inTime;
};
