import { expect, test } from 'vitest';
import { arrange, type ItemGroups, itemsOf } from '../../src/compile/arrange.ts';
import { compileDocument } from '../../src/compile/compile-document.ts';
import { contributionRef } from '../../src/domain/contribution.ts';
import { textHash } from '../../src/domain/text-hash.ts';
import { toMarkdown } from '../../src/export/to-markdown.ts';
import { record, type Told } from './records.ts';

const plain = (groups: ItemGroups) => itemsOf(groups).map(({ printed }) => printed.plain);

const everyKind: Told[] = [
  { text: 'A recommendation.', kind: 'recommendation' },
  { text: 'Not sorted.', kind: null },
  { text: 'An experience.', kind: 'experience' },
  { text: 'An evidence.', kind: 'evidence' },
  { text: 'A concern.', kind: 'concern' },
  { text: 'A position.', kind: 'position' },
  { text: 'A query.', kind: 'query' },
];

test('by theme, kinds stand in the order of an argument, and a query in it only where the issuer has a question for it', () => {
  const { sections, queries } = arrange(record(everyKind), 'theme');
  expect(sections.map(({ title }) => title)).toEqual(['Funding', 'Workforce', 'Thresholds', 'CAMHS']);
  expect(sections.map(({ groups }) => plain(groups))[0]).toEqual([
    'A position.',
    'A concern.',
    'An evidence.',
    'An experience.',
    'Not sorted.',
    'A query.',
    'A recommendation.',
  ]);
  expect(queries).toEqual([]);
  const told = record(everyKind);
  const without = arrange({ ...told, pack: { ...told.pack, map: [] } }, 'theme');
  expect(without.queries.map(({ printed }) => printed.plain)).toEqual(['A query.']);
});

test('by question, the first match of the map wins and what matches nothing goes to the covering note', () => {
  const base = record(everyKind);
  const map = [
    { kinds: ['evidence' as const], question: 'what-to-read' },
    { kinds: ['query' as const, 'evidence' as const], question: 'what-to-ask' },
    { themes: ['camhs'], question: 'how-to-engage' },
  ];
  const { sections, coveringNote, queries } = arrange({ ...base, pack: { ...base.pack, map } }, 'question');
  const at = (id: string) =>
    sections.filter((section) => section.id === id).flatMap(({ groups }) => plain(groups));
  expect(at('what-to-read')).toEqual(['An evidence.']);
  expect(at('what-to-ask')).toEqual(['A query.']);
  expect(at('how-to-engage')).toEqual([]);
  expect(plain(coveringNote)).toEqual([
    'A position.',
    'A concern.',
    'An experience.',
    'Not sorted.',
    'A recommendation.',
  ]);
  expect(queries).toEqual([]);
});

test('within a kind the most supported comes first, then the earliest', () => {
  const replies: Told[] = [
    { text: 'Said first.', kind: 'concern' },
    { text: 'Said second.', kind: 'concern' },
    { text: 'Widely shared.', kind: 'concern', endorsers: ['U02BEN', 'U03CARA'] },
  ];
  expect(plain(arrange(record(replies), 'theme').sections[0]?.groups as ItemGroups)).toEqual([
    'Widely shared.',
    'Said first.',
    'Said second.',
  ]);
});

test('what is left out has its reason, and what was taken back is only counted', () => {
  const notUsed = { inSubmission: false, reason: 'Too personal', decidedBy: 'U09LEAD' };
  const { sections, leftOut, removed } = arrange(
    record([
      { text: 'Gone.', state: 'missing' },
      { text: '', state: 'removed' },
      { text: 'Thanks!', chatter: true },
      { text: 'Not this.', use: notUsed },
      { text: 'Undecided.', use: { ...notUsed, decidedBy: null } },
      { text: ':tada:' },
      { text: 'Stays.' },
    ]),
    'theme',
  );
  expect(sections.flatMap(({ groups }) => plain(groups))).toEqual(['Stays.']);
  expect(leftOut.map(({ reason }) => reason)).toEqual([
    'No longer in Slack: it waits for an editor.',
    'Nothing but thanks or emoji.',
    'Too personal.',
    'Too personal. It waits for an editor.',
    'No words that a document can print.',
  ]);
  expect(removed).toBe(1);
});

test("an editor's wording stands in place of the words, and the working draft says when they have changed since", () => {
  const wording = {
    typed: 'Early help comes first.',
    text: 'Early help comes first.',
    by: 'U09LEAD',
    ofHash: textHash('what it said before'),
  };
  const one = record([{ text: 'early help is key imo', wording }]);
  const submission = toMarkdown(compileDocument(one, 'theme').tree);
  expect(submission).toContain('Early help comes first.');
  expect(submission).not.toContain('imo');
  expect(toMarkdown(compileDocument(one, 'workingDraft').tree)).toContain(
    'The reply has changed since that wording was written. It now reads: early help is key imo',
  );
});

test('a theme that was taken off the consultation keeps what was said on it', () => {
  const { sections } = arrange(record([{ text: 'Still here.', themeId: 'good-practice' }]), 'theme');
  expect(sections.at(-1)?.title).toBe('Finding and spreading good practice');
});

test('a document knows every contribution that it stands on, merged ones too, with the hash of its words', () => {
  const told = record([
    { text: 'Fund early help first.' },
    { text: 'fund early help first' },
    { text: 'No', chatter: true },
  ]);
  const expected = told.contributions
    .slice(0, 2)
    .map((one) => ({ ref: contributionRef(one), hash: one.hash, place: 'funding/unsorted' }));
  expect(compileDocument(told, 'theme').printed).toEqual(expected);
  expect(compileDocument(told, 'question').printed).toEqual(expected);
});

test('a recommendation has one number, whatever the layout and however many support another', () => {
  const told = record([
    { text: 'Recommendation: fund early help.', kind: 'recommendation', themeId: 'funding' },
    {
      text: 'Recommendation: cut caseloads.',
      kind: 'recommendation',
      themeId: 'workforce',
      endorsers: ['U02BEN'],
    },
  ]);
  const labels = (by: 'theme' | 'question') =>
    arrange(told, by).recommendations.map(({ label, item }) => `${label} ${item.printed.plain}`);
  expect(labels('theme')).toEqual(['R1 Fund early help.', 'R2 Cut caseloads.']);
  expect(labels('question')).toEqual(labels('theme'));
});
