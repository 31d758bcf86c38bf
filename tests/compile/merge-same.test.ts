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
  [
    'a common slip',
    'The government should separate the two duties.',
    'The goverment should seperate the two duties.',
  ],
  ['a double letter', 'Families wait for assessments here.', 'Families wait for assesments here.'],
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
  [
    'the order of sentences and typing',
    'All caseloads are too high. Fund early help now.',
    'Fund early help now. All caselaods are too high.',
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
  [
    'the place of "only"',
    'Only social workers should assess children.',
    'Social workers should only assess children.',
  ],
  ['the reach of "only"', 'Only children in care get help.', 'Children in care get help only.'],
  ['the place of "not"', 'Not all placements are suitable.', 'All placements are not suitable.'],
  ['the place of "must"', 'Must councils in Kent pay fees.', 'Councils in Kent pay fees must.'],
  ['the place of "never"', 'Never assess children who ran away.', 'Assess children who ran away never.'],
  [
    'what an exception is of',
    'Fund homes. Cap caseloads. Except in Kent.',
    'Cap caseloads. Fund homes. Except in Kent.',
  ],
  [
    'what "this" is',
    'Fund homes. Cap caseloads. This comes first.',
    'Cap caseloads. This comes first. Fund homes.',
  ],
  ['ranks', '1. Fund homes\n2. Cap caseloads', '1. Cap caseloads\n2. Fund homes'],
  ['a stop after a negation', 'We cannot. Fund more homes.', 'We cannot fund more homes.'],
  ['the comma after "no"', 'No, caseloads should rise.', 'No caseloads should rise.'],
  [
    'what a number counts',
    'Cap loads at 16 social workers a team.',
    'Social workers a team, cap loads at 16.',
  ],
  [
    'what a number counted',
    'Social workers a team, cap loads at 16.',
    'Cap loads at 16 social workers a team.',
  ],
  ['two nouns', 'We need support staff in every school.', 'We need staff support in every school.'],
  ['a pair of words', 'Support staff.', 'Staff support.'],
  ['a sign', 'Budgets moved by -5% that year.', 'Budgets moved by 5% that year.'],
  ['a dash for a sign', 'Budgets moved by −5% that year.', 'Budgets moved by 5% that year.'],
  ['a currency', 'It costs $5m to build one home.', 'It costs €5m to build one home.'],
  ['a magnitude', 'It costs £5m to build one home.', 'It costs £5bn to build one home.'],
  ['a comparison', 'Waits of <5 weeks are our target.', 'Waits of >5 weeks are our target.'],
  ['a comparison with a space', 'Waits of ≤ 5 weeks are our target.', 'Waits of ≥ 5 weeks are our target.'],
  ['a range', 'Homes of 5-10 children work well.', 'Homes of 5 10 children work well.'],
  ['a fraction', 'Homes with ½ the staff close.', 'Homes with ¼ the staff close.'],
  ['a spaced per cent', 'Costs rose by 5 % that year.', 'Costs rose by 5 that year.'],
  ['an open end', 'Homes of 5+ children work well.', 'Homes of 5 children work well.'],
  ['spend over need', 'Here spend > need.', 'Here spend < need.'],
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

test.each([
  ['contact', 'contract'],
  ['protection', 'projection'],
  ['detection', 'detention'],
  ['hearing', 'healing'],
  ['persecution', 'prosecution'],
  ['mediation', 'medication'],
  ['competing', 'completing'],
  ['command', 'commend'],
  ['carers', 'cares'],
  ['providers', 'provides'],
  ['policies', 'polices'],
  ['trails', 'trials'],
  ['signing', 'singing'],
  ['compliant', 'complaint'],
  ['stripping', 'striping'],
  ['construct', 'constrict'],
])('"%s" is never taken for "%s", however well known one of them is', (one, other) => {
  const sentence = (word: string) => `Every child here needs ${word} orders this year.`;
  const known = (word: string): Told => ({ text: `Think of ${word} too.`, kind: 'evidence' });
  const replies = pair(sentence(one), sentence(other));
  expect(printed([...replies, known(one)])).toHaveLength(3);
  expect(printed([...replies, known(other)])).toHaveLength(3);
});

test('a name that is in no dictionary has no misspelling: who knows which of the two is meant', () => {
  expect(printed(pair('The Eastmarsh hub is too small.', 'The Eastmrash hub is too small.'))).toHaveLength(2);
});

test('what is written more than once is meant', () => {
  const replies = pair('The Reading Rooms hub is small.', 'The Readin Rooms hub is small.');
  const others: Told[] = [{ text: 'Go to Readin and to Reading.', kind: 'evidence' }];
  expect(printed(replies)).toHaveLength(1);
  expect(printed([...replies, ...others])).toHaveLength(3);
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
