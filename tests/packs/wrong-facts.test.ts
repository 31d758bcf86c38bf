import { expect, it } from 'vitest';
import { loadPacks } from '../../src/packs/load-packs.ts';
import { complaintsOf, type Files, goodFiles, templatesFolder } from './templates-folder.ts';

const fact = (changes: object): Files => goodFiles({ fact: changes });
const without = (name: string): Files =>
  Object.fromEntries(Object.entries(goodFiles()).filter(([file]) => file !== name));

it.each<[string, Files, string]>([
  ['no facts file', without('bus-survey/facts.yaml'), 'templates/bus-survey/facts.yaml: is missing'],
  ['no cues file', without('shared/cues.yaml'), 'templates/shared/cues.yaml: is missing'],
  [
    'a web address that is none',
    fact({ url: 'javascript:alert(1)' }),
    'templates/bus-survey/facts.yaml: 0.url: must be a web address such as https://www.gov.uk',
  ],
  [
    'an impossible date',
    fact({ published: '2026-13' }),
    'templates/bus-survey/facts.yaml: 0.published: is not a date that exists (bus-users)',
  ],
  [
    'a year that YAML reads as a number',
    fact({ published: 2026 }),
    'templates/bus-survey/facts.yaml: 0.published: must be text (put it in quotes)',
  ],
  [
    'a fact of no theme',
    fact({ themes: ['trains'] }),
    'templates/bus-survey/facts.yaml: 0.themes.0: there is no theme trains',
  ],
  [
    'a figure that its sentence does not hold',
    fact({ value: '21%' }),
    'templates/bus-survey/facts.yaml: 0.statement: does not hold the figure 21% (bus-users)',
  ],
  [
    'another figure for a spelling of it',
    fact({ alsoWritten: ['12 per cent', '12.5%'] }),
    'templates/bus-survey/facts.yaml: 0.alsoWritten.1: is another figure than 12% (bus-users)',
  ],
  [
    'a sum a thousand times too small',
    fact({ value: '£2 billion', statement: 'It cost £2 billion.', alsoWritten: ['£2m'] }),
    'templates/bus-survey/facts.yaml: 0.alsoWritten.0: is another figure than £2 billion (bus-users)',
  ],
  [
    'a percentage of nothing',
    fact({ denominator: null }),
    'templates/bus-survey/facts.yaml: 0.denominator: must say what the percentage is of (bus-users)',
  ],
  [
    'a share over 100%',
    fact({ value: '120%', statement: '120% of adults.' }),
    'templates/bus-survey/facts.yaml: 0.value: must be between 0% and 100%, unless the unit is a change (bus-users)',
  ],
  [
    'a rate without its denominator',
    fact({
      value: '67',
      statement: '67 per 10,000 adults.',
      unit: 'adults per 10,000',
      denominator: 'adults',
    }),
    'templates/bus-survey/facts.yaml: 0.denominator: must state the 10,000 of the unit (bus-users)',
  ],
  [
    'a rate ten times too small',
    fact({
      value: '67',
      statement: '67 per 100,000 adults.',
      unit: 'adults per 10,000',
      denominator: '10,000 adults',
    }),
    'templates/bus-survey/facts.yaml: 0.statement: must give the rate per 10,000, as the unit does (bus-users)',
  ],
  [
    'a later source that does not say so',
    fact({ published: '2026-12-01' }),
    'templates/bus-survey/facts.yaml: 0.laterThanCall: must be true: published after 2026-11-30 (bus-users)',
  ],
  [
    'an earlier source called later',
    fact({ laterThanCall: true }),
    'templates/bus-survey/facts.yaml: 0.laterThanCall: must be false: published by 2026-11-30 (bus-users)',
  ],
])('a wrong fact is refused with the place and the reason: %s', async (_, files, line) => {
  expect(await complaintsOf(files)).toContain(line);
});

it.each<[string, string[]]>([
  ['£8.8 billion', ['£8.8bn', '£8,800 million', '£8,800m']],
  ['31,900', ['31900']],
  ['one in four', ['1 in 4']],
  ['91%', ['91 per cent', 'ninety-one per cent']],
  ['16.0%', ['16 per cent']],
  ['67 per 10,000', ['67 looked-after children per 10,000', '67 in every 10,000']],
])('%s may be spelt in other ways: %j', async (value, alsoWritten) => {
  const changes = { value, alsoWritten, statement: `It is ${value}.` };
  await expect(loadPacks(await templatesFolder(fact(changes)))).resolves.toBeDefined();
});
