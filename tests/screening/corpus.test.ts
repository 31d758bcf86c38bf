import { beforeAll, describe, expect, it } from 'vitest';
import { type Finding, findingTypes, type Screen } from '../../src/domain/screening/finding.ts';
import { type Entry, readCorpus } from './corpus.ts';
import { brokenFloors, learntFloors, unseenFloors } from './floors.ts';
import { measure } from './measure.ts';
import { shippedScreen } from './shipped-screen.ts';
import { tableOf } from './table.ts';

const corpus = readCorpus('screening');
const unseen = readCorpus('screening-unseen');
const innocentOf = (entries: Entry[]) => entries.filter((entry) => entry.class === 'pass');
const countOf = (type: string, entries: Entry[]) =>
  entries.filter(({ expect: types }) => types.some((one) => one === type)).length;
const silent: Screen = () => [];
const holdsAll: Screen = (text) =>
  findingTypes.map((type): Finding => ({ type, strength: 'block', start: 0, end: text.length }));

describe('the labelled texts', () => {
  it('are at least 300, at least half of them innocent', () => {
    expect(corpus.length).toBeGreaterThanOrEqual(300);
    expect(innocentOf(corpus).length * 2).toBeGreaterThanOrEqual(corpus.length);
  });

  it.each(findingTypes)('hold at least eight with the sign %s', (type) => {
    expect(countOf(type, corpus)).toBeGreaterThanOrEqual(8);
  });

  it.each(['nhs-number', 'upn', 'uln', 'nino'])('hold at least twelve disguises of the sign %s', (type) => {
    expect(countOf(type, corpus)).toBeGreaterThanOrEqual(12);
  });

  it('expect a sign in what is not innocent, and none in what is, and never come twice', () => {
    const at = ({ file, number }: { file: string; number: number }) => `${file} ${number}`;
    const all = [...corpus, ...unseen];
    const wrong = all.filter((entry) => (entry.class === 'pass') !== (entry.expect.length === 0));
    expect(wrong.map(at)).toEqual([]);
    expect(new Set(all.map(({ text }) => text)).size).toBe(all.length);
  });
});

describe('the texts that were written without the rules', () => {
  it('are at least 120 that hold something and 150 that are innocent', () => {
    const innocent = innocentOf(unseen).length;
    expect(innocent).toBeGreaterThanOrEqual(150);
    expect(unseen.length - innocent).toBeGreaterThanOrEqual(120);
  });

  it.each(findingTypes)('hold at least four with the sign %s', (type) => {
    expect(countOf(type, unseen)).toBeGreaterThanOrEqual(4);
  });
});

describe('the floors', () => {
  it('fail a screen that finds nothing', () => {
    expect(brokenFloors(measure(corpus, silent), learntFloors)).toHaveLength(5);
  });

  it('fail a screen that holds everything', () => {
    expect(brokenFloors(measure(corpus, holdsAll), learntFloors)).toEqual([
      'Innocent texts: more than 2 in 100 have a finding',
    ]);
  });

  it('fail when no text was read', () => {
    expect(brokenFloors(measure([], silent), learntFloors)).toHaveLength(6);
  });
});

describe('the screen as it ships', () => {
  let screen: Screen;
  beforeAll(async () => {
    screen = await shippedScreen();
  });

  it('finds each checked number, holds what must be held, and lets policy talk pass', () => {
    expect(brokenFloors(measure(corpus, screen), learntFloors)).toEqual([]);
  });

  it('does not collapse on texts that were written without its rules', () => {
    expect(brokenFloors(measure(unseen, screen), unseenFloors)).toEqual([]);
  });

  it('is reported by file and number, without any of the texts', () => {
    const table = tableOf(measure(corpus, holdsAll), learntFloors);
    expect(table).toContain('innocent-law.yaml 1 (block; extra nhs-number,');
    expect(corpus.filter(({ text }) => table.includes(text))).toEqual([]);
  });
});
