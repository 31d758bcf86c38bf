import { expect, test } from 'vitest';
import { pasteSheet } from '../../src/export/paste-sheet.ts';
import { sizeOf } from '../../src/export/size.ts';
import { record, shippedPack, type Told } from '../compile/records.ts';

if (shippedPack === undefined) throw new Error('no pack is shipped');
const shipped = shippedPack;
const rule = '='.repeat(60);
const boxes = (sheet: string) => sheet.split(`\n${rule}\n`).filter((_, at) => at % 2 === 1);

const evidence: Told = {
  text: 'Read [the report](https://example.org/a):\n\n- children :tada: first\n- then money',
  kind: 'evidence',
};

test('a box holds exactly what is counted, complete with its sources', () => {
  const sheet = pasteSheet(record([evidence]));
  const text =
    'Read the report [1]:\n\n- children first\n- then money\n\nSources:\n\n[1] The report. https://example.org/a';
  expect(boxes(sheet)).toEqual([text]);
  expect(sheet).toContain(
    `\n${text.length} of 4,000 characters, 15 words\n${shipped.limits.note}\n${rule}\n`,
  );
});

test('each box numbers its own sources', () => {
  const concern: Told = { text: 'See [another](https://example.org/b).', kind: 'concern' };
  const [, second] = boxes(pasteSheet(record([evidence, concern])));
  expect(second).toContain('[1] Another. https://example.org/b');
});

test('a question that nobody answered is listed, an optional one is not', () => {
  const sheet = pasteSheet(record([]));
  expect(boxes(sheet)).toEqual([]);
  expect(sheet).toContain('Not answered:\n- Question CfA-1: Who should I prioritise speaking to?');
  expect(sheet).not.toContain('CfA-5');
});

const withLimits = (limits: typeof shipped.limits) =>
  pasteSheet(record([evidence], { pack: { ...shipped, limits } }));

test('the note on whose the limits are stands only where there is a limit', () => {
  const note = 'The limit is our own.';
  expect(withLimits({ question: { words: 500 }, note })).toContain(`15 of 500 words\n${note}\n${rule}\n`);
  expect(withLimits({ note })).not.toContain(note);
});

test('all answers together are counted against the limit of the whole document, where there is one', () => {
  expect(withLimits({ document: { words: 12 }, note: 'Their limit.' })).toMatch(
    /together: \d+ characters, 15 of 12 words \(over by 3 words\)\nTheir limit\.\n\nQuestion/,
  );
  expect(withLimits({ question: { words: 500 } })).not.toContain('together:');
});

test.each([
  ['one two', {}, { size: '7 characters, 2 words', over: '' }],
  ['one two', { characters: 7, words: 2 }, { size: '7 of 7 characters, 2 of 2 words', over: '' }],
  ['one two', { characters: 6 }, { size: '7 of 6 characters, 2 words', over: 'over by 1 character' }],
  [
    'one two',
    { characters: 1, words: 1 },
    { size: '7 of 1 character, 2 of 1 word', over: 'over by 6 characters and 1 word' },
  ],
  ['x'.repeat(1200), { characters: 4000 }, { size: '1,200 of 4,000 characters, 1 word', over: '' }],
  ['', {}, { size: '0 characters, 0 words', over: '' }],
])('the size of %j with the limit %j', (text, limit, expected) => {
  expect(sizeOf(text, limit)).toEqual(expected);
});
