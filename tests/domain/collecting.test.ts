import { describe, expect, it } from 'vitest';
import {
  closed,
  isCollecting,
  isLate,
  isToBeRead,
  reopened,
  takesReply,
  withReading,
} from '../../src/domain/collecting.ts';
import { consultation } from './sample.ts';

const day = (date: number) => `2026-11-${String(date).padStart(2, '0')}T12:00:00.000Z`;
const december = '2026-12-02T12:00:00.000Z';

describe('a consultation', () => {
  it('takes replies until its deadline, to the second', () => {
    expect(takesReply(consultation, consultation.deadline)).toBe(true);
    expect(takesReply(consultation, '2026-11-30T17:00:00.001Z')).toBe(false);
  });

  it('takes nothing sent after it was closed, but what was sent before and arrives later', () => {
    const shut = closed(consultation, day(22));
    expect(takesReply(shut, day(21))).toBe(true);
    expect(takesReply(shut, day(23))).toBe(false);
    expect(isCollecting(shut, day(22))).toBe(false);
  });

  it('keeps the first closing time', () => {
    expect(closed(closed(consultation, day(22)), day(24)).closedAt).toBe(day(22));
  });

  it('picks up, once reopened, what was sent while it was closed, and calls that late', () => {
    const open = reopened(closed(consultation, day(22)), day(24));
    expect(takesReply(open, day(23))).toBe(true);
    expect(isLate(open, day(23))).toBe(true);
    expect(isLate(open, day(21))).toBe(false);
    expect(isLate(open, day(25))).toBe(false);
  });

  it('takes late replies after the deadline only when it was reopened after it', () => {
    const reopenedEarly = reopened(closed(consultation, day(22)), day(24));
    expect(takesReply(reopenedEarly, december)).toBe(false);
    const reopenedLate = reopened(consultation, '2026-12-01T09:00:00.000Z');
    expect(takesReply(reopenedLate, december)).toBe(true);
    expect(isLate(reopenedLate, december)).toBe(true);
  });

  it('is read once after its end, however late that is', () => {
    const shut = closed(consultation, day(10));
    expect(isToBeRead(shut, december)).toBe(true);
    expect(withReading(shut, day(9))).toBe(shut);
    const read = withReading(shut, day(30));
    expect(isToBeRead(read, december)).toBe(false);
    expect(withReading(read, december)).toBe(read);
    expect(
      isToBeRead(closed(reopened(read, december), '2026-12-03T12:00:00.000Z'), '2027-05-01T12:00:00.000Z'),
    ).toBe(true);
    expect(withReading(consultation, day(20))).toBe(consultation);
  });

  it('is read for a week after its end, so that what was sent in time is found', () => {
    const shut = withReading(closed(consultation, day(10)), day(11));
    expect(isToBeRead(shut, day(16))).toBe(true);
    expect(isToBeRead(shut, day(18))).toBe(false);
    const reopenedLate = closed(
      reopened(consultation, '2026-12-20T09:00:00.000Z'),
      '2026-12-21T09:00:00.000Z',
    );
    expect(isToBeRead(reopenedLate, '2026-12-22T09:00:00.000Z')).toBe(true);
    expect(isToBeRead(consultation, december)).toBe(true);
    const over = withReading(consultation, december);
    expect(isToBeRead(over, '2026-12-07T12:00:00.000Z')).toBe(true);
    expect(isToBeRead(over, '2026-12-09T12:00:00.000Z')).toBe(false);
  });

  it('tells late authors again after a reopening', () => {
    expect(reopened({ ...consultation, lateNoticeTo: ['U1'] }, day(24)).lateNoticeTo).toEqual([]);
  });
});
