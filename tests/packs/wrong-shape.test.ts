import { expect, it } from 'vitest';
import { complaintsOf, type Files, goodFiles, goodPack } from './templates-folder.ts';

const pack = (changes: object): Files => goodFiles({ pack: changes });
const [firstQuestion, secondQuestion] = goodPack.questions;
const [firstTheme, secondTheme] = goodPack.themes;

it.each<[string, Files, string]>([
  [
    'an empty text',
    pack({ questions: [firstQuestion, { ...secondQuestion, number: ' ' }] }),
    'templates/bus-survey/pack.yaml: questions.1.number: must not be empty',
  ],
  ['a missing field', pack({ issuer: undefined }), 'templates/bus-survey/pack.yaml: issuer: is missing'],
  ['a missing group', pack({ notices: undefined }), 'templates/bus-survey/pack.yaml: notices: is missing'],
  [
    'a field with a typo',
    pack({ issuerr: 'x' }),
    'templates/bus-survey/pack.yaml: issuerr: is not a field of a pack',
  ],
  [
    'a number where text belongs',
    pack({ questions: [{ ...firstQuestion, number: 1 }, secondQuestion] }),
    'templates/bus-survey/pack.yaml: questions.0.number: must be text (put it in quotes)',
  ],
  [
    'a word that is no choice',
    pack({ questions: [{ ...firstQuestion, wordingStatus: 'certain' }, secondQuestion] }),
    'templates/bus-survey/pack.yaml: questions.0.wordingStatus: must be one of: confirmed, reconstructed',
  ],
  [
    'a missing choice',
    pack({ questions: [{ ...firstQuestion, wordingStatus: undefined }, secondQuestion] }),
    'templates/bus-survey/pack.yaml: questions.0.wordingStatus: is missing',
  ],
  [
    'an id with spaces',
    pack({ id: 'Bus Survey' }),
    'templates/bus-survey/pack.yaml: id: must be lower-case words joined by hyphens',
  ],
  [
    'no question',
    pack({ questions: [], map: [] }),
    'templates/bus-survey/pack.yaml: questions: must not be empty',
  ],
  [
    'a question twice',
    pack({ questions: [firstQuestion, secondQuestion, firstQuestion] }),
    'templates/bus-survey/pack.yaml: questions.2.id: need is the id of an earlier one',
  ],
  [
    'a theme without a prompt',
    pack({ themes: [{ ...firstTheme, prompts: [] }, secondTheme] }),
    'templates/bus-survey/pack.yaml: themes.0.prompts: must not be empty',
  ],
  [
    'a title that no form can show',
    pack({ title: 'x'.repeat(76) }),
    'templates/bus-survey/pack.yaml: title: must not be longer than 75 characters',
  ],
  [
    'a map of no kind',
    pack({ map: [{ kinds: ['moan'], question: 'need' }] }),
    'templates/bus-survey/pack.yaml: map.0.kinds.0: must be one of: position, concern, evidence, experience, recommendation, query, unsorted',
  ],
  [
    'a deadline without a time',
    pack({ deadline: '2026-11-30' }),
    'templates/bus-survey/pack.yaml: deadline: must be a local time such as 2021-04-30T17:00',
  ],
  [
    'a limit of nothing',
    pack({ limits: { question: { words: 0 } } }),
    'templates/bus-survey/pack.yaml: limits.question.words: must be more than 0',
  ],
  [
    'half a word',
    pack({ limits: { question: { words: 1.5 } } }),
    'templates/bus-survey/pack.yaml: limits.question.words: must be a whole number',
  ],
  [
    'a capacity without wording',
    pack({ frontMatter: { ...goodPack.frontMatter, capacities: { organisation: 'o', group: 'g' } } }),
    'templates/bus-survey/pack.yaml: frontMatter.capacities.personal: is missing',
  ],
])('a pack.yaml of the wrong shape is refused with the place and the reason: %s', async (_, files, line) => {
  expect(await complaintsOf(files)).toContain(line);
});
