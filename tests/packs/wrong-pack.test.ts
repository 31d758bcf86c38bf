import { expect, it } from 'vitest';
import { complaintsOf, type Files, goodFiles, goodPack } from './templates-folder.ts';

const pack = (changes: object): Files => goodFiles({ pack: changes });
const [firstTheme, secondTheme] = goodPack.themes;

it.each<[string, Files, string]>([
  [
    'another id than the folder',
    pack({ id: 'train-survey' }),
    "templates/bus-survey/pack.yaml: id: must be the folder's name, bus-survey",
  ],
  [
    'a theme twice',
    pack({ themes: [firstTheme, secondTheme, firstTheme] }),
    'templates/bus-survey/pack.yaml: themes.2.id: routes is the id of an earlier one',
  ],
  [
    'no theme that is on',
    pack({ themes: [{ ...firstTheme, on: false }, secondTheme] }),
    'templates/bus-survey/pack.yaml: themes: at least one must be on',
  ],
  [
    'a map to no question',
    pack({ map: [{ question: 'neede' }] }),
    'templates/bus-survey/pack.yaml: map.0.question: there is no question neede',
  ],
  [
    'a map of no theme',
    pack({ map: [{ themes: ['routes', 'fare'], question: 'need' }] }),
    'templates/bus-survey/pack.yaml: map.0.themes.1: there is no theme fare',
  ],
  [
    'an unknown zone',
    pack({ zone: 'Europe/Londn' }),
    'templates/bus-survey/pack.yaml: zone: must be a time zone such as Europe/London',
  ],
  [
    'an offset for a zone',
    pack({ zone: '+01:00' }),
    'templates/bus-survey/pack.yaml: zone: must be a time zone such as Europe/London',
  ],
  [
    'a deadline on no day',
    pack({ deadline: '2026-11-31T17:00' }),
    'templates/bus-survey/pack.yaml: deadline: is not a time that exists in Europe/London',
  ],
  [
    'a deadline in the hour that spring skips',
    pack({ deadline: '2027-03-28T01:30' }),
    'templates/bus-survey/pack.yaml: deadline: is not a time that exists in Europe/London',
  ],
  [
    'a known and an unknown deadline',
    pack({ openUntil: { atLeast: '2026-11-01', atMost: '2026-11-20' } }),
    'templates/bus-survey/pack.yaml: openUntil: is only for a call whose deadline is not known',
  ],
  [
    'days the wrong way round',
    pack({ deadline: undefined, openUntil: { atLeast: '2026-11-20', atMost: '2026-11-01' } }),
    'templates/bus-survey/pack.yaml: openUntil.atMost: must not be earlier than atLeast',
  ],
])('a pack that contradicts itself is refused with the place and the reason: %s', async (_, files, line) => {
  expect(await complaintsOf(files)).toContain(line);
});
