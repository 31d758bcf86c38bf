import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { counter, exposition, histogram, reading } from '../../src/prometheus.ts';
import { readScrape } from './scrape.ts';

describe('a scrape', () => {
  it('is the text that Prometheus reads', async () => {
    const answers = counter('answers_total', 'Answers.', { kind: ['event', 'form'] });
    const seconds = histogram('seconds', 'Time.', [0.5, 1], {});
    answers.add({ kind: 'event' });
    for (const time of [0.25, 0.5, 0.75, 9]) seconds.observe({}, time);
    const depth = reading('depth', 'Depth.', () => ({ low: 1, high: 2.5 }), { label: 'queue' });
    const cpu = reading('cpu_total', 'Time.', async () => ({ '': 7 }), { type: 'counter' });
    expect((await exposition([answers, seconds, depth, cpu])).split('\n')).toEqual([
      '# HELP answers_total Answers.',
      '# TYPE answers_total counter',
      'answers_total{kind="event"} 1',
      'answers_total{kind="form"} 0',
      '# HELP seconds Time.',
      '# TYPE seconds histogram',
      'seconds_bucket{le="0.5"} 2',
      'seconds_bucket{le="1"} 3',
      'seconds_bucket{le="+Inf"} 4',
      'seconds_sum 10.5',
      'seconds_count 4',
      '# HELP depth Depth.',
      '# TYPE depth gauge',
      'depth{queue="low"} 1',
      'depth{queue="high"} 2.5',
      '# HELP cpu_total Time.',
      '# TYPE cpu_total counter',
      'cpu_total 7',
      '',
    ]);
  });

  it('counts what is in no list as “other”, whatever it is, and never tells it', async () => {
    const lists = { kind: ['event', 'form'], outcome: ['acked', 'failed'] };
    const anything = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.constantFrom('event', 'acked', '|', 'event|acked', '"} 1\nforged 2', '__proto__', 'other'),
    );
    const values = fc.array(fc.record({ kind: anything, outcome: anything }), { maxLength: 20 });
    await fc.assert(
      fc.asyncProperty(values, async (told) => {
        const answers = counter('answers_total', 'Answers.', lists);
        for (const one of told) answers.add(one);
        const samples = readScrape(await exposition([answers]));
        expect([...samples.values()].reduce((sum, count) => sum + count)).toBe(told.length);
        const known = /^answers_total\{kind="(event|form|other)",outcome="(acked|failed|other)"\}$/;
        expect([...samples.keys()].filter((key) => !known.test(key))).toEqual([]);
        const acked = told.filter(({ kind, outcome }) => kind === 'event' && outcome === 'acked');
        expect(samples.get('answers_total{kind="event",outcome="acked"}')).toBe(acked.length);
      }),
    );
  });

  it('counts every time once, in each bound that it is not above', async () => {
    const bounds = [0.001, 0.1, 1, 30];
    const times = fc.array(fc.double({ min: 0, max: 100, noNaN: true }), { maxLength: 50 });
    await fc.assert(
      fc.asyncProperty(times, async (told) => {
        const seconds = histogram('seconds', 'Time.', bounds, { kind: ['event'] });
        for (const time of told) seconds.observe({ kind: 'event' }, time);
        const samples = readScrape(await exposition([seconds]));
        for (const bound of bounds)
          expect(samples.get(`seconds_bucket{kind="event",le="${bound}"}`)).toBe(
            told.filter((time) => time <= bound).length,
          );
        expect(samples.get('seconds_bucket{kind="event",le="+Inf"}')).toBe(told.length);
        expect(samples.get('seconds_count{kind="event"}')).toBe(told.length);
        expect(samples.get('seconds_sum{kind="event"}')).toBeCloseTo(
          told.reduce((sum, time) => sum + time, 0),
        );
      }),
    );
  });
});
