import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Contribution } from '../../src/domain/contribution.ts';
import { erasedFor, isErasedSince, typedBy, withoutErased } from '../../src/domain/erasure.ts';
import { removed } from '../../src/domain/taken-back.ts';
import { reply, taken } from './sample.ts';

const until = '2030-01-01T00:00:00.000Z';
const author = { userId: 'UAUTHOR', until };
const other = { userId: 'UOTHER', until };
const written = (): Contribution => taken(null, reply('Cap caseloads at fifteen.'));
const handled = (): Contribution => ({
  ...written(),
  use: { inSubmission: false, reason: 'Said elsewhere', decidedBy: 'UOTHER' },
  wording: {
    typed: 'Caseloads should be capped.',
    text: 'Caseloads should be capped.',
    by: 'UOTHER',
    ofHash: 'h',
  },
  reactions: [{ userId: 'UOTHER', reaction: '+1', on: true, eventTs: '1795254001.000100' }],
  endorsers: ['UOTHER'],
});

describe('an erasure', () => {
  it.each([
    ['that stands', written()],
    ['that is missing', { ...written(), state: 'missing' as const }],
    ['that was taken back', removed(written())],
    ['that others worked on', handled()],
  ])('leaves of a contribution of theirs %s its reference only', (_, before) => {
    const after = erasedFor(before, author);
    expect(after).toMatchObject({
      state: 'erased',
      authorId: '',
      text: '',
      hash: '',
      revisions: [],
      wording: null,
    });
    expect(after).toMatchObject({ messageTs: before.messageTs, endorsers: [], reactions: [] });
    expect(typedBy(author, after)).toEqual([]);
  });

  it('leaves what they sent after it', () => {
    const earlier = { ...author, until: '2020-01-01T00:00:00.000Z' };
    const before = written();
    expect(erasedFor(before, earlier)).toBe(before);
  });

  it('takes what they typed and endorsed off another’s contribution, and leaves that they decided', () => {
    const after = erasedFor(handled(), other);
    expect(after).toMatchObject({
      text: 'Cap caseloads at fifteen.',
      use: { inSubmission: false, reason: '', decidedBy: 'UOTHER' },
      wording: null,
      endorsers: [],
      reactions: [],
    });
  });

  it('leaves why a reply is not about a person, which its author said, when the reviewer goes', () => {
    const cleared = {
      types: ['phone' as const],
      of: { salt: 's', hash: 'h' },
      by: 'UOTHER',
      at: until,
      reason: 'It is a helpline.',
    };
    const before = { ...written(), cleared };
    expect(erasedFor(before, other)).toBe(before);
    expect(typedBy(other, before)).toEqual([]);
    expect(typedBy(author, before)).toContain('It is a helpline.');
    expect(erasedFor(before, author).cleared).toBeNull();
  });

  it('changes nothing of anybody else, and nothing twice', () => {
    const before = handled();
    expect(erasedFor(before, { ...other, userId: 'UTHIRD' })).toBe(before);
    for (const leaver of [author, other]) {
      const once = erasedFor(before, leaver);
      expect(erasedFor(once, leaver)).toBe(once);
    }
  });

  it('holds against the readings of a reaction, and not against a later one', () => {
    const found = { reactions: handled().reactions, areAll: true, readTs: '1895254001.000100' };
    const erased = new Set(['UOTHER']);
    expect(withoutErased(found, { reactions: [] }, erased).reactions).toEqual([]);
    expect(withoutErased(found, handled(), erased).reactions).toEqual(found.reactions);
    expect(withoutErased(found, { reactions: [] }, new Set()).reactions).toEqual(found.reactions);
  });

  it('is judged by when Slack took the message', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1_700_000_000, max: 1_900_000_000 }), (seconds) => {
        const person = {
          teamId: 'T1',
          userId: 'U1',
          name: '',
          erasedAt: new Date(seconds * 1000).toISOString(),
        };
        expect(isErasedSince(person, `${seconds}.000000`)).toBe(true);
        expect(isErasedSince(person, `${seconds + 1}.000000`)).toBe(false);
        expect(isErasedSince({ ...person, erasedAt: null }, `${seconds}.000000`)).toBe(false);
        expect(isErasedSince(null, `${seconds}.000000`)).toBe(false);
      }),
    );
  });
});
