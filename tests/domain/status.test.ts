import { describe, expect, it } from 'vitest';
import { missing, removed } from '../../src/domain/capture.ts';
import { statusOf } from '../../src/domain/status.ts';
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
