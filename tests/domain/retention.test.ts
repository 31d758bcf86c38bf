import { describe, expect, test } from 'vitest';
import { isCollecting, isToBeRead, takesReply } from '../../src/domain/collecting.ts';
import { isToExpire, keptUntil } from '../../src/domain/retention.ts';
import { consultation } from './sample.ts';

test.each([
  ['2026-11-30T17:00:00.000Z', 6, 'Europe/London', '2027-05-30T16:00:00.000Z'],
  ['2026-11-30T17:00:00.000Z', 3, 'Europe/London', '2027-02-28T17:00:00.000Z'],
  ['2028-02-29T12:00:00.000Z', 12, 'Europe/London', '2029-02-28T12:00:00.000Z'],
  ['2026-03-28T23:30:00.000Z', 1, 'Pacific/Auckland', '2026-04-29T00:30:00.000Z'],
])(
  'words with the deadline %s are kept for %i calendar months in %s',
  (deadline, keepMonths, timeZone, until) => {
    expect(keptUntil({ ...consultation, deadline, keepMonths, timeZone })).toBe(until);
  },
);

test('they go at that moment, not before, and once', () => {
  const one = { ...consultation, expiredAt: null, keepMonths: 6 };
  expect(isToExpire(one, '2027-05-30T15:59:59.999Z')).toBe(false);
  expect(isToExpire(one, '2027-05-30T16:00:00.000Z')).toBe(true);
  expect(isToExpire({ ...one, expiredAt: '2027-05-30T16:00:00.000Z' }, '2027-06-30T16:00:00.000Z')).toBe(
    false,
  );
});

describe('a consultation that was reopened after its deadline', () => {
  const reopenedAt = '2027-04-10T12:00:00.000Z';
  const one = { ...consultation, keepMonths: 6, reopenedAt };

  test('keeps its words as long as it takes replies', () => {
    expect(isToExpire(one, '2036-05-30T16:00:00.000Z')).toBe(false);
  });

  test('keeps them from when it was closed again, so that closing it takes none away', () => {
    const closedAt = '2028-01-10T12:00:00.000Z';
    expect(isToExpire({ ...one, closedAt }, '2028-07-10T10:59:59.999Z')).toBe(false);
    expect(isToExpire({ ...one, closedAt }, '2028-07-10T11:00:00.000Z')).toBe(true);
  });

  test('keeps them from the deadline when that is later', () => {
    const early = { ...one, reopenedAt: '2026-11-24T12:00:00.000Z', closedAt: '2026-11-25T12:00:00.000Z' };
    expect(keptUntil(early)).toBe('2027-05-30T16:00:00.000Z');
    expect(keptUntil({ ...early, closedAt: '2027-03-01T12:00:00.000Z' })).toBe('2027-05-30T16:00:00.000Z');
  });
});

test('a time that is no date is an error, never a time that does not come', () => {
  expect(() => keptUntil({ ...consultation, timeZone: 'Nowhere/Else' })).toThrow('no date');
  expect(() => keptUntil({ ...consultation, keepMonths: 1e300 })).toThrow('no date');
});

test('from then on nothing is taken in, though it was sent in time, and its threads are not read', () => {
  const over = { ...consultation, expiredAt: '2027-05-30T16:00:00.000Z' };
  const inTime = '2026-11-21T10:00:00.000Z';
  expect(takesReply({ ...over, expiredAt: null }, inTime)).toBe(true);
  expect(takesReply(over, inTime)).toBe(false);
  expect(isToBeRead(over, inTime)).toBe(false);
  expect(isCollecting(over, inTime)).toBe(false);
});
