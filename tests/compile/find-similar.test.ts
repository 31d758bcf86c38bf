import { expect, test } from 'vitest';
import { arrange } from '../../src/compile/arrange.ts';
import { findSimilar } from '../../src/compile/find-similar.ts';
import { record } from './records.ts';

const pairs = (...texts: string[]) =>
  findSimilar(arrange(record(texts.map((text) => ({ text, kind: 'concern' as const }))), 'theme').words).map(
    ({ one, other, difference }) => [one.reply.plain, other.reply.plain, difference],
  );

test('replies that say the same in other words are a pair', () => {
  expect(
    pairs(
      'Foster carers wait months for a specialist mental health assessment.',
      'Specialist mental health assessments keep foster carers waiting for months.',
      'Agency pay sets the market for experienced social workers.',
    ),
  ).toEqual([
    [
      'Foster carers wait months for a specialist mental health assessment.',
      'Specialist mental health assessments keep foster carers waiting for months.',
      null,
    ],
  ]);
});

test('a pair whose figures or negations differ says so', () => {
  expect(pairs('Cap newly qualified caseloads at 16.', 'Cap newly qualified caseloads at 12.')[0]?.[2]).toBe(
    'numbers',
  );
  expect(pairs('Cap newly qualified caseloads.', 'Never cap newly qualified caseloads.')[0]?.[2]).toBe(
    'negations',
  );
});

test('a sign, a currency or a comparison is part of a figure', () => {
  expect(
    pairs('Placement budgets moved by -5% nationally.', 'Placement budgets moved by 5% nationally.')[0]?.[2],
  ).toBe('numbers');
  expect(
    pairs('Placement waits under target: <5 weeks.', 'Placement waits under target: >5 weeks.')[0]?.[2],
  ).toBe('numbers');
});

test('a few shared words are no likeness', () => {
  expect(pairs('Children wait too long for help.', 'Children deserve better schools than this.')).toEqual([]);
});
