import { expect, test } from 'vitest';
import { compileDocument } from '../../src/compile/compile-document.ts';
import { findFigures } from '../../src/compile/find-figures.ts';
import { plainText } from '../../src/compile/plain-text.ts';
import { readMarkdown } from '../../src/compile/read-markdown.ts';
import { nodesIn, referencesIn } from '../../src/compile/reference-node.ts';
import { toMarkdown } from '../../src/export/to-markdown.ts';
import { record, shippedPack, type Told } from './records.ts';

const compiled = (...replies: Told[]) => compileDocument(record(replies), 'theme').tree;
const lines = (...replies: Told[]) => plainText(compiled(...replies).children).split('\n');
const lineWith = (words: string, ...replies: Told[]) =>
  lines(...replies).find((line) => line.includes(words));
const draft = (...replies: Told[]) => toMarkdown(compileDocument(record(replies), 'workingDraft').tree);

test('a figure of the pack is cited at the end of its sentence, and the source says what it counts', () => {
  const told = { text: 'There were 31,900 children and family social workers in September 2020.' };
  expect(lineWith('31,900 children', told)).toBe(
    'There were 31,900 children and family social workers in September 2020 [1].',
  );
  expect(lineWith('Figure used', told)).toMatch(
    /Department for Education.*31,900 \(England; 30 September 2020\)/,
  );
});

test('where a sentence has a figure of our own too, the source stands right after its own figure', () => {
  expect(lineWith('Vacancies', { text: 'Vacancies were 16.1% nationally and 22% here.' })).toMatch(
    /were 16\.1% \[1\] nationally and 22% here\./,
  );
});

test.each([
  'Vacancies were 116.1% nationally.',
  'We have 31,900 pens.',
  'Our website is 16.1% faster.',
  'Social workers number 31,9001.',
])('%j cites no fact', (text) => {
  expect(referencesIn(compiled({ text, kind: 'evidence' }))).toEqual([]);
});

test('a link keeps its words and has its whole address in the references, once for the same source', () => {
  const text =
    'Read [the report](https://example.org/a?b=1&c=2) and [the same](https://example.org/a?b=1&c=2) again.';
  expect(lineWith('Read', { text })).toBe('Read the report [1] and the same [1] again.');
  expect(toMarkdown(compiled({ text }))).toContain('1. The report. <https://example.org/a?b=1&c=2>\n');
});

test('a bare address in a text is called by its site', () => {
  expect(lineWith('Read', { text: 'Read https://www.example.org/a/long/path.' })).toBe(
    'Read example.org [1].',
  );
});

test('sources are numbered in the order in which a reader meets them', () => {
  const tree = compiled(
    { text: 'Second: [b](https://example.org/b).', kind: 'concern' },
    { text: 'First: [a](https://example.org/a).', kind: 'position' },
  );
  expect(referencesIn(tree).map(({ number, label }) => `${number} ${label}`)).toEqual(['1 a', '1 a', '2 b']);
});

test('a fact that was published after the call says so', () => {
  const later = shippedPack?.facts.find(({ laterThanCall }) => laterThanCall);
  expect(later).toBeDefined();
  const text = `${later?.statement}`;
  expect(lines({ text, kind: 'evidence' }).join('\n')).toContain('Published after the call.');
  expect(draft({ text, kind: 'evidence' })).toContain(
    'was published after the call: use it only if that is said.',
  );
});

test('the caution on a cited fact stands beside it in the working draft only', () => {
  const told = { text: 'There were 31,900 children and family social workers.' };
  expect(draft(told)).toContain('  Caution on 31,900: Full-time equivalents');
  expect(toMarkdown(compiled(told))).not.toContain('Caution');
});

test.each([
  ['Waits rose by 30% and cost £2.7bn.', ['30%', '£2.7bn']],
  ['About 1,250 children waited 14 weeks.', ['1,250 children', '14 weeks']],
  ['One in 4, or 67 per 10,000 children, at 16.3 each.', ['One in 4', '67 per 10,000', '16.3']],
  [
    'We lost 40 foster carers and 12 newly qualified social workers.',
    ['40 foster carers', '12 newly qualified social workers'],
  ],
  ['9 out of 10 nurses and 20 of 30 families agree.', ['9 out of 10 nurses', '20 of 30 families']],
  ['A third of homes, three quarters of staff, half of the beds.', ['A third', 'three quarters', 'half']],
  ['It is 1 in 1,000 and one in six.', ['1 in 1,000', 'one in six']],
  ['Nine out of ten leave, two-thirds of them young.', ['Nine out of ten', 'two-thirds']],
  ['One of us, half a day, half of it, the second half of 2020, a quarter of an hour.', []],
  ['All in one place, in the third quarter of the year, at 16 young people leave, year 2 of 3.', []],
  ['In 2019-20, on 15 January 2021, and by April 2022.', []],
  ['Under section 47, s.17 and regulation 44, see R1.', []],
  ['16 to 25 year olds, under 18s and those aged 16.', []],
  ['Covid-19 at 10:30, 24/7.', []],
])('the figures of %j are %j', (text, expected) => {
  expect(findFigures(text).map(({ start, end }) => text.slice(start, end))).toEqual(expected);
});

test.each([
  ['a source line right under it', 'Waits rose by 30%.\\\nSource: partnership board, May 2021.'],
  ['a line that says what its source is for', 'Waits rose by 30%.\n\nSource for waits: partnership board.'],
  ['a link in its paragraph', 'Waits rose by 30% ([the board](https://example.org/a)).'],
  ['a source line', 'Waits rose by 30%.\n\nSource: partnership board, May 2021.'],
  ['a line with only a link', 'Waits rose by 30%.\n\n<https://example.org/a>'],
])('a figure with %s has a source', (_, text) => {
  expect(draft({ text, kind: 'evidence' })).not.toContain('Figures without a source');
});

const unsourced = (text: string) => {
  const page = draft({ text, kind: 'evidence' });
  const at = page.indexOf('## Figures without a source');
  return at === -1 ? '' : (/: (.*)\n?$/m.exec(page.slice(at).split('\n\n')[2] ?? '')?.[1] ?? '');
};
const citations = (text: string) => referencesIn(compiled({ text, kind: 'evidence' })).map(({ url }) => url);

test.each([
  ['Our own vacancy rate in Eastmarsh was 16.7%.', '16.7%'],
  ['Our staff survey found that 70% of social workers feel safe.', '70%'],
  ['For a residential placement we pay £3,830 a week.', '£3,830'],
  ['We cut our preventive budget by 25%.', '25%'],
  ['Our LAC rate is 67 per 10,000 children.', '67 per 10,000'],
  ['Locally, preventive work took 41% of spending.', '41%'],
  ['The vacancy rate in Eastmarsh was 16.7%.', '16.7%'],
  ['The Council lost social workers: turnover was 13.5%.', '13.5%'],
  ['Turnover was 13.5%, according to our records.', '13.5%'],
  ['We know that our turnover is 13.5%.', '13.5%'],
])('the figure of %j is our own: it cites no fact and has no source', (text, figure) => {
  expect(citations(text)).toEqual([]);
  expect(unsourced(text)).toBe(figure);
});

test('a table that says whose its figures are cites no fact', () => {
  expect(citations('| Measure | Our rate |\n| --- | --- |\n| Vacancy | 16.7% |')).toEqual([]);
  expect(citations('| Measure | England |\n| --- | --- |\n| Vacancy | 16.7% |')).toHaveLength(1);
});

test.each([
  'We support the finding that 91% of councils overspent.',
  'Our country has 80,080 looked-after children.',
  'Vacancies were 16.1%, and our share of them is small.',
  'As we know, turnover was 13.5%.',
])('%j cites its fact, for the figure is not our own', (text) => {
  expect(citations(text)).toHaveLength(1);
});

test('a figure whose sentence links to another address has that source and no other', () => {
  const here = '[our board](https://example.org/board)';
  expect(citations(`Vacancies were 16.7% (${here}).`)).toEqual(['https://example.org/board']);
  expect(unsourced(`Vacancies were 16.7% (${here}).`)).toBe('');
  expect(citations(`Vacancies were 16.7%. See ${here}.`)).toHaveLength(2);
});

test('a sentence that begins with sources is no source line', () => {
  expect(unsourced('Waits rose by 30%.\n\nSources of stress include 45% of cases.')).toBe('30% and 45%');
});

test('a figure with no source is listed in the working draft', () => {
  const page = draft({ text: 'Waits rose by 30%.', kind: 'evidence' });
  expect(page.slice(page.indexOf('## Figures without a source'))).toMatch(/Asha Khan.*: 30%/);
});

test('a reference never becomes a link, whatever follows it', () => {
  const tree = compiled({
    text: '[a](https://example.org/a)(https://example.org/b)[c](https://example.org/c): d',
  });
  const printed = toMarkdown(tree);
  expect([...nodesIn(tree)].filter(({ type }) => type === 'link').length).toBe(3);
  const read = [...nodesIn(readMarkdown(printed))];
  expect(read.filter(({ type }) => type === 'link').length).toBe(3);
  expect(read.some(({ type }) => type === 'definition')).toBe(false);
});
