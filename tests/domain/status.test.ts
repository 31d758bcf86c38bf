import { describe, expect, it } from 'vitest';
import { heldIn, isUncovered, statusOf, waitsForEditor } from '../../src/domain/status.ts';
import { missing, removed } from '../../src/domain/taken-back.ts';
import { consultation, reply, taken } from './sample.ts';

const at = (n: number, text: string, authorId = 'UAUTHOR') =>
  taken(null, reply(text, { messageTs: `179525400${n}.000100`, authorId }));

const replies = [
  at(1, 'Evidence: budgets fell.'),
  at(2, 'Recommendation: fund early help.', 'U2'),
  at(3, 'Three-year settlements would help.'),
  at(4, 'Off the record: we overspent.'),
  at(5, 'Thanks!'),
  removed(at(6, 'Gone')),
  missing(at(7, 'Faded')),
];

describe('the status of a theme', () => {
  const [funding, workforce] = statusOf(consultation, replies);

  it('counts what stands and who said it, but neither chatter nor what was removed', () => {
    expect(funding).toMatchObject({ contributions: 5, contributors: 2, unsorted: 3 });
  });

  it('counts by kind, and what waits for an editor', () => {
    expect(funding?.kinds).toEqual([
      { kind: 'evidence', count: 1 },
      { kind: 'recommendation', count: 1 },
    ]);
    expect(funding?.waiting).toBe(2);
  });

  it('says what is thin', () => {
    expect(funding?.thin).toEqual([]);
    expect(workforce?.thin).toEqual(['fewer than 3 replies', 'no evidence', 'no recommendation']);
  });
});

describe('what is held', () => {
  const block = [{ type: 'nhs-number', strength: 'block', start: 0, end: 1 } as const];
  const held = taken(null, reply('Held', { messageTs: '1795254008.000100' }), block);

  it('counts for nothing in a status, and for the reviewer while it stands in Slack', () => {
    expect(statusOf(consultation, [...replies, held])).toEqual(statusOf(consultation, replies));
    expect(heldIn([...replies, held])).toEqual([held]);
    expect(heldIn([missing(held), removed(held)])).toEqual([]);
  });
});

describe('what the screen warns of', () => {
  const warn = [{ type: 'exact-age', strength: 'warn', start: 0, end: 1 } as const];
  const kept = taken(null, reply('Aged 14 years and 3 months'), warn);
  const used = (reason: string) => ({
    ...kept,
    use: { inSubmission: true, reason, decidedBy: 'UEDITOR' },
  });
  const reworded = (ofHash: string) => ({
    ...used(''),
    wording: { typed: 'A teenager', text: 'A teenager', by: 'UEDITOR', ofHash },
  });

  it('waits until it is left out, reworded, or used for a reason', () => {
    expect(waitsForEditor(kept)).toBe(true);
    const leftOut = { inSubmission: false, reason: 'Too close', decidedBy: 'UEDITOR' };
    expect(waitsForEditor({ ...kept, use: leftOut })).toBe(false);
    expect(waitsForEditor(used('Published in 1998'))).toBe(false);
    expect(waitsForEditor(reworded(kept.hash))).toBe(false);
  });

  it('is uncovered when it is used without either, or its wording is of other words', () => {
    expect(isUncovered(used(''))).toBe(true);
    expect(isUncovered(reworded('of older words'))).toBe(true);
  });
});
