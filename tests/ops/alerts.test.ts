import { readFileSync } from 'node:fs';
import { load } from 'js-yaml';
import { describe, expect, it } from 'vitest';
import { office } from '../office.ts';
import { scrape } from './scrape.ts';

type Rule = { alert: string; expr: string; annotations: { summary: string } };

const { groups } = load(readFileSync('deploy/alerts.yaml', 'utf8')) as { groups: { rules: Rule[] }[] };
const rules = groups.flatMap((group) => group.rules);
const found = (pattern: RegExp, text: string) => [
  ...new Set([...text.matchAll(pattern)].map(([, word]) => word ?? '')),
];

/** The names that an app gives out, as the text format tells them, and the samples below each. */
async function exported() {
  const { app } = await office();
  const { text, samples } = await scrape(app.address);
  return { names: found(/^# TYPE (\S+)/gm, text), samples: [...samples.keys()] };
}

describe('the alerts', () => {
  it('ask for what the app gives out, by labels that it has', async () => {
    const { samples } = await exported();
    expect(rules.length).toBeGreaterThan(5);
    for (const { alert, expr } of rules) {
      const [metric = ''] = found(/\b(soundings_[a-z_]+|up\b)/g, expr);
      // `up` is Prometheus' own.
      if (metric === 'up') continue;
      const sample = samples.find((key) => key === metric || key.startsWith(`${metric}{`));
      expect(sample, `${alert}: ${metric}`).toBeDefined();
      const grouped = found(/\bby \(([a-z_, ]+)\)/g, expr).flatMap((list) => list.split(', '));
      const labels = [...grouped, ...found(/([a-z_]+)(?:=|!=|=~|!~)"/g, expr)];
      const given = [...found(/([a-z_]+)="/g, sample ?? ''), 'instance', 'job'];
      expect(labels.filter((label) => !given.includes(label))).toEqual([]);
    }
  });

  it('say nothing of a label that their sums have lost', () => {
    for (const { expr, annotations } of rules) {
      const told = found(/\$labels\.([a-z_]+)/g, annotations.summary);
      const kept = found(/\bby \(([a-z_, ]+)\)/g, expr).flatMap((list) => list.split(', '));
      expect(told.filter((label) => !kept.includes(label))).toEqual([]);
    }
  });
});

it('docs/running.md explains each metric of ours, and no other', async () => {
  const told = found(/`(soundings_[a-z_]+)`/g, readFileSync('docs/running.md', 'utf8'));
  const { names } = await exported();
  const ours = names.filter((name) => name.startsWith('soundings_'));
  expect(told.toSorted()).toEqual(ours.toSorted());
});
