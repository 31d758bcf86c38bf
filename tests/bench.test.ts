import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { alternate } from '../bench/alternate.ts';
import { atLeast, atMost, figure, isMet, missedBars } from '../bench/figure.ts';
import { inventedTexts } from '../bench/invented-texts.ts';
import { median, percentile } from '../bench/median.ts';
import { shown, table } from '../bench/table.ts';

const numbers = fc.array(fc.double({ noNaN: true, min: 0, max: 1e6 }), { minLength: 1, maxLength: 20 });

describe('a median', () => {
  it('has as many runs below as above, in whatever order they came', () => {
    fc.assert(
      fc.property(numbers, (runs) => {
        const middle = median(runs);
        const below = runs.filter((run) => run < middle).length;
        const above = runs.filter((run) => run > middle).length;
        expect(Math.max(below, above)).toBeLessThanOrEqual(runs.length / 2);
        expect(median(runs.toReversed())).toBe(middle);
      }),
    );
  });

  it('of five is the third, whatever the worst was', () => {
    expect(median([4, 900, 1, 3, 2])).toBe(3);
  });
});

describe('a percentile', () => {
  it('is one of the runs, and no more than its share are above it', () => {
    fc.assert(
      fc.property(numbers, fc.double({ min: 0, max: 1, noNaN: true }), (runs, share) => {
        const found = percentile(runs, share);
        expect(runs).toContain(found);
        expect(runs.filter((run) => run > found).length).toBeLessThanOrEqual(
          runs.length * (1 - share) + 1e-9,
        );
      }),
    );
  });
});

describe('a bar', () => {
  it.each([
    [atLeast(800, 800, ''), true],
    [atLeast(800, 799.9, ''), false],
    [atMost(15, 15, ''), true],
    [atMost(15, 15.1, ''), false],
  ])('%j is met: %s', (bar, expected) => {
    expect(isMet(bar)).toBe(expected);
  });

  it('is missed where nothing was measured', () => {
    expect([atLeast(0, median([]), ''), atMost(1e9, percentile([], 0.5), '')].map(isMet)).toEqual([
      false,
      false,
    ]);
  });
});

const flatOut = figure({
  section: 'Message event',
  what: '32 callers',
  unit: 'a second',
  runs: [790, 812, 640],
  floor: { what: 'bare Bolt', runs: [4_000, 4_200, 3_950] },
  bars: [atLeast(800, 790, 'at least 800 a second')],
});

describe('the table', () => {
  it('shows a figure beside its floor, what share of it that is, and a bar that is missed', () => {
    const text = table([flatOut, figure({ section: 'Calls', what: 'all', unit: 'calls', runs: [559] })]);
    expect(text.split('\n')).toEqual([
      '              Soundings     Floor                     Of floor  Bar',
      'Message event',
      '  32 callers  790 a second  4,000 a second bare Bolt  × 0.198   MISSED: at least 800 a second (790)',
      'Calls',
      '  all         559 calls',
    ]);
  });

  it.each([
    [1_340.4, '1,340'],
    [26.44, '26.4'],
    [1.234, '1.23'],
    [0.1324, '0.132'],
    [Number.NaN, '?'],
  ])('writes %d as %s', (value, text) => {
    expect(shown(value)).toBe(text);
  });

  it('knows which bars were missed', () => {
    expect(missedBars([flatOut]).map(({ says }) => says)).toEqual(['at least 800 a second']);
  });
});

it('what is compared takes turns, and each keeps its results in order', async () => {
  const order: string[] = [];
  const run = (name: string) => async (round: number) => {
    order.push(name);
    return round;
  };
  const results = await alternate({ floor: run('floor'), ours: run('ours') }, 3);
  expect(order).toEqual(['floor', 'ours', 'floor', 'ours', 'floor', 'ours']);
  expect(results).toEqual({ floor: [0, 1, 2], ours: [0, 1, 2] });
});

it('every run measures the same words', () => {
  expect(inventedTexts(50)).toEqual(inventedTexts(50));
  expect(new Set(inventedTexts(200)).size).toBeGreaterThan(150);
});
