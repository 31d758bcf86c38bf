import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { dump } from 'js-yaml';
import { expect, onTestFinished } from 'vitest';
import { SetupError } from '../../src/domain/errors.ts';
import { loadPacks } from '../../src/packs/load-packs.ts';

const layoutNames = ['by-theme.hbs', 'by-question.hbs', 'working-draft.hbs', 'paste-sheet.hbs'];

/** Contents by path in the templates folder. */
export type Files = Record<string, string | Uint8Array>;

/** A new templates folder with the files given by their path in it; it goes when the test has finished. */
export async function templatesFolder(files: Files): Promise<string> {
  const parent = await mkdtemp(path.join(tmpdir(), 'soundings-packs-'));
  onTestFinished(() => rm(parent, { recursive: true, force: true }));
  const folder = path.join(parent, 'templates');
  await mkdir(folder);
  for (const [name, content] of Object.entries(files)) {
    await mkdir(path.dirname(path.join(folder, name)), { recursive: true });
    await writeFile(path.join(folder, name), content);
  }
  return folder;
}

/** The lines with which a templates folder of these files is refused. */
export async function complaintsOf(files: Files): Promise<string[]> {
  const refusal = await loadPacks(await templatesFolder(files)).catch((error: unknown) => error);
  expect(refusal).toBeInstanceOf(SetupError);
  return refusal instanceof Error ? refusal.message.split('\n') : [];
}

export const goodPack = {
  id: 'bus-survey',
  title: 'Rural buses: call for evidence',
  issuer: 'Westmere Combined Authority',
  nation: 'England',
  stage: 'call for evidence',
  zone: 'Europe/London',
  deadline: '2026-11-30T17:00',
  questions: [
    {
      id: 'need',
      number: '1',
      wording: 'Who needs the bus?',
      wordingStatus: 'confirmed',
      wordingSource: 'The form.',
    },
    {
      id: 'cost',
      number: '2',
      wording: 'What should it cost?',
      wordingStatus: 'confirmed',
      wordingSource: 'The form.',
    },
  ],
  themes: [
    {
      id: 'routes',
      title: 'Routes',
      on: true,
      about: 'Where buses go.',
      prompts: [{ ask: 'Where can you not get to?', good: 'A kind of place.' }],
    },
    {
      id: 'fares',
      title: 'Fares',
      on: false,
      about: 'What a ticket costs.',
      prompts: [{ ask: 'What is fair?', good: 'A price and why.' }],
    },
  ],
  map: [
    { themes: ['fares'], question: 'cost' },
    { kinds: ['evidence', 'unsorted'], question: 'need' },
  ],
  limits: { question: { characters: 4000 } },
  notices: { use: 'How replies are used.', disclosure: 'May be disclosed.', privacy: 'Name nobody.' },
  frontMatter: {
    capacities: { organisation: 'for an organisation', group: 'as a group', personal: 'personally' },
    about: 'About us.',
    coveringNote: 'Also said.',
  },
  layouts: {
    theme: 'by-theme.hbs',
    question: 'by-question.hbs',
    workingDraft: 'working-draft.hbs',
    paste: 'paste-sheet.hbs',
  },
};

export const goodFact = {
  id: 'bus-users',
  statement: 'In 2025, 12% of adults in Westmere used a bus each week.',
  value: '12%',
  words: ['bus'],
  unit: 'percentage',
  denominator: 'adults',
  geography: 'Westmere',
  period: '2025',
  status: 'survey',
  publisher: 'Westmere Combined Authority',
  title: 'Travel survey 2025',
  url: 'https://www.example.org/travel-survey',
  published: '2026-02',
  caution: null,
  laterThanCall: false,
  themes: ['routes'],
};

const goodCues = {
  kinds: [{ kind: 'evidence', labels: ['Evidence'], openings: ['the data show'] }],
  holdBack: ['off the record'],
  chatter: ['thanks'],
  endorsements: ['+1'],
  politeness: ['please'],
  negations: ['not'],
  ownFigures: ['our'],
  notOwnFigures: ['our view'],
};

const goodScreening = {
  firstNames: ['Alex'],
  allowed: { figures: ['Ada Lovelace'], phones: ['999'] },
  concerns: ['at risk right now'],
  concernAnswer: 'Call 999.',
};

/** Every file of a good templates folder; a test changes what it wants to be wrong. */
export const goodFiles = (
  changes: { pack?: object; fact?: object; cues?: object; screening?: object } = {},
) => ({
  'bus-survey/pack.yaml': dump({ ...goodPack, ...changes.pack }),
  'bus-survey/facts.yaml': dump([{ ...goodFact, ...changes.fact }]),
  'shared/cues.yaml': dump({ ...goodCues, ...changes.cues }),
  'shared/screening.yaml': dump({ ...goodScreening, ...changes.screening }),
  'shared/title-block.hbs': '# {{title}}\n',
  ...Object.fromEntries(layoutNames.map((name) => [`bus-survey/${name}`, '{{> title-block}}\n'])),
});
