import { expect, test } from 'vitest';
import { arrange, itemsOf } from '../../src/compile/arrange.ts';
import { record, type Told } from './records.ts';

const printed = (replies: Told[]) =>
  arrange(record(replies), 'theme').sections.flatMap(({ groups }) => itemsOf(groups));

const pair = (one: string, other: string): Told[] => [
  { text: one, kind: 'concern', authorId: 'U01ASHA' },
  { text: other, kind: 'concern', authorId: 'U02BEN' },
];

test.each([
  ['typing', 'Caseloads are too high to do good work.', 'Caselaods are too high to do good work.'],
  ['a missing letter', 'Long term funding would help us plan.', 'Long term fundng would help us plan.'],
  ['capitals and stops', 'Fund early help, not crises', 'fund early help, NOT crises!'],
  ['apostrophes', 'Children’s homes cost too much.', "Children's homes cost too much"],
  ['politeness', 'Please fund early help first.', 'Fund early help first, thank you.'],
  [
    'the order of sentences',
    'Cap caseloads. Fund early help first.',
    'Fund early help first. Cap caseloads.',
  ],
  [
    'a part in another place',
    'Nationally, caseloads must be capped.',
    'Caseloads must be capped nationally.',
  ],
  ['a label', 'Concern: caseloads rise each winter.', 'Caseloads rise each winter.'],
  ['spaces and emoji', 'Caseloads rise each  winter :snowflake:', 'Caseloads rise each winter'],
])('replies that differ only in %s are one', (_, one, other) => {
  expect(printed(pair(one, other))).toHaveLength(1);
});

test.each([
  ['a number', 'Cap caseloads at 16 nationally.', 'Cap caseloads at 18 nationally.'],
  ['a number word', 'Give us eighty more social workers now.', 'Give us eighty-one more social workers now.'],
  ['a unit', 'Costs rose by 5% that year.', 'Costs rose by £5 that year.'],
  ['places of numbers', 'Costs rose from 10 to 20 a week.', 'Costs rose from 20 to 10 a week.'],
  ['a negation', 'We should cap caseloads nationally.', 'We should not cap caseloads nationally.'],
  ['what is denied', 'Fund early help, not agencies.', 'Fund agencies, not early help.'],
  ['more and less', 'We need more agency staff this year.', 'We need less agency staff this year.'],
  ['who does what', 'The council should fund the schools.', 'The schools should fund the council.'],
  [
    'foster and faster',
    'We need foster placements for teenagers.',
    'We need faster placements for teenagers.',
  ],
  ['adopt and adapt', 'Councils should adopt the new model.', 'Councils should adapt the new model.'],
  [
    'employer and employee',
    'The employer should pay for the training.',
    'The employee should pay for the training.',
  ],
  ['a link', 'Read [this](https://example.org/a) first.', 'Read [this](https://example.org/b) first.'],
  ['a question', 'We should fund early help first.', 'Should we fund early help first?'],
  [
    'a mention',
    'Ask [@U02BEN](mention:U02BEN) about it first.',
    'Ask [@U03CARA](mention:U03CARA) about it first.',
  ],
  [
    'the place of words in a table',
    '| a | b |\n| - | - |\n| up | down |',
    '| a | b |\n| - | - |\n| down | up |',
  ],
])('replies that differ in %s stay apart', (_, one, other) => {
  expect(printed(pair(one, other))).toHaveLength(2);
});

test('two words that both occur elsewhere are never taken for a misspelling', () => {
  const [one, other] = pair(
    'The personal budget is too small here.',
    'The personel budget is too small here.',
  );
  const elsewhere = pair('A personal matter.', 'All personel agree, whoever they are.');
  expect(printed([one, other] as Told[])).toHaveLength(1);
  expect(printed([one, other, ...elsewhere] as Told[])).toHaveLength(4);
});

test.each<[string, Partial<Told>]>([
  ['theme', { themeId: 'camhs' }],
  ['kind', { kind: 'evidence' }],
  ['file', { files: [{ name: 'waits.xlsx', url: 'https://files.example.org/1' }] }],
  ["editor's wording", { wording: 'Early help comes first.' }],
])('equal words of another %s stay apart', (_, difference) => {
  const reply: Told = { text: 'Fund early help first.', kind: 'concern' };
  expect(printed([reply, { ...reply, ...difference }])).toHaveLength(2);
});

test('the earliest words are printed, and everyone who said or endorsed them is kept', () => {
  const [item] = printed([
    { text: 'Fund early help first.', kind: 'concern', authorId: 'U01ASHA', endorsers: ['U03CARA'] },
    { text: 'fund early help first', kind: 'concern', authorId: 'U02BEN', endorsers: ['U03CARA', 'U04DEWI'] },
  ]);
  expect(item?.printed.plain).toBe('Fund early help first.');
  expect(item?.same.map(({ contribution }) => contribution.authorId)).toEqual(['U02BEN']);
  expect(item?.supporters).toEqual(['U03CARA', 'U02BEN', 'U04DEWI']);
});
