import { expect } from 'vitest';
import { eventually } from '../eventually.ts';

/** A scrape, read as strictly as the format (Prometheus text, 0.0.4) is defined: its samples by name and labels. */
export function readScrape(text: string): Map<string, number> {
  expect(text.endsWith('\n')).toBe(true);
  const samples = new Map<string, number>();
  const types = new Map<string, string>();
  for (const line of text.trimEnd().split('\n')) {
    const [, help] = /^# HELP ([a-z_]+) \S.*$/.exec(line) ?? [];
    const [, typed, type] = /^# TYPE ([a-z_]+) (counter|gauge|histogram)$/.exec(line) ?? [];
    if (help !== undefined) continue;
    if (typed !== undefined && type !== undefined) {
      expect(types.has(typed), `${typed} is there once`).toBe(false);
      types.set(typed, type);
      continue;
    }
    const [, name = '', labels = ''] =
      /^([a-z_]+)((?:\{(?:[a-z_]+="[^"\\\n]*",?)+\})?) -?[0-9.e+-]+$/.exec(line) ?? [];
    expect(name, `a line that nobody can read: ${line}`).not.toBe('');
    const [last] = [...types].at(-1) ?? [];
    expect(name.replace(types.get(last ?? '') === 'histogram' ? /_(bucket|sum|count)$/ : /$^/, '')).toBe(
      last,
    );
    expect(samples.has(name + labels), `${name}${labels} is there once`).toBe(false);
    samples.set(name + labels, Number(line.split(' ').at(-1)));
  }
  return samples;
}

/** GET /metrics of an app. */
export async function scrape(address: string): Promise<{ text: string; samples: Map<string, number> }> {
  const answer = await fetch(new URL('/metrics', address));
  expect(answer.headers.get('content-type')).toBe('text/plain; version=0.0.4; charset=utf-8');
  const text = await answer.text();
  return { text, samples: readScrape(text) };
}

/** The scrape of an app that has nothing in hand: it has the answer to each of its calls, and all that they began is done. */
export const scrapedIdle = (address: string): ReturnType<typeof scrape> =>
  eventually(async () => {
    const scraped = await scrape(address);
    for (const queue of ['background', 'requests'])
      expect([queue, scraped.samples.get(`soundings_queue_depth{queue="${queue}"}`)]).toEqual([queue, 0]);
    return scraped;
  });
