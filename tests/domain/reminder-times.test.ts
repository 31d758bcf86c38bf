import fc from 'fast-check';
import { DateTime } from 'luxon';
import { describe, expect, it } from 'vitest';
import type { Consultation } from '../../src/domain/consultation.ts';
import { isQuietTime, momentDue, momentsBefore } from '../../src/domain/reminder-times.ts';
import { consultation } from './sample.ts';

const zones = [
  'Europe/London',
  'Australia/Sydney',
  'Pacific/Auckland',
  'Asia/Kathmandu',
  'America/St_Johns',
  'Pacific/Kiritimati',
  'UTC',
];
const zone = fc.constantFrom(...zones);
const time = fc
  .integer({ min: Date.UTC(2025, 0, 1), max: Date.UTC(2032, 0, 1) })
  .map((at) => new Date(at).toISOString());
const DAY_MS = 24 * 60 * 60 * 1000;
const later = (at: string, ms: number) => new Date(Date.parse(at) + ms).toISOString();

const calling = (changes: Partial<Consultation>): Consultation => ({
  ...consultation,
  openedAt: '2025-01-01T09:00:00.000Z',
  ...changes,
});

describe('the moments before a deadline', () => {
  it.each([
    [
      'in an ordinary week',
      'Europe/London',
      '2026-11-26T17:00:00Z',
      ['11-19T09:30', '11-23T09:30', '11-25T09:30'],
    ],
    [
      'around the start of summer time',
      'Europe/London',
      '2027-03-31T16:00:00Z',
      ['03-24T09:30', '03-26T09:30', '03-30T08:30'],
    ],
    [
      'around its end',
      'Europe/London',
      '2026-10-28T17:00:00Z',
      ['10-21T08:30', '10-23T08:30', '10-27T09:30'],
    ],
    [
      'around the southern start',
      'Australia/Sydney',
      '2026-10-07T06:00:00Z',
      ['09-29T23:30', '10-01T23:30', '10-05T22:30'],
    ],
    [
      'around the southern end',
      'Australia/Sydney',
      '2027-04-07T07:00:00Z',
      ['03-30T22:30', '04-01T22:30', '04-05T23:30'],
    ],
    ['on a Monday morning', 'Europe/London', '2026-11-30T09:00:00Z', ['11-23T09:30', '11-27T09:30']],
    ['on a Sunday', 'Europe/London', '2026-11-29T23:59:00Z', ['11-20T09:30', '11-26T09:30', '11-27T09:30']],
  ])('%s are at 9:30 there, on working days', (_, timeZone, deadline, expected) => {
    const moments = momentsBefore({ timeZone, deadline });
    expect(moments.map((moment) => moment.slice(5, 16))).toEqual(expected);
  });

  it('are before it, in order, at 9:30 of a working day, wherever and whenever', () => {
    fc.assert(
      fc.property(time, zone, (deadline, timeZone) => {
        const moments = momentsBefore({ deadline, timeZone });
        expect(moments.length).toBeGreaterThan(0);
        expect(moments).toEqual([...new Set(moments)].toSorted());
        for (const moment of moments) {
          const there = DateTime.fromISO(moment, { zone: timeZone });
          expect([there.toFormat('HH:mm:ss.SSS'), there.weekday < 6]).toEqual(['09:30:00.000', true]);
          expect(moment < deadline).toBe(true);
          expect(Date.parse(deadline) - Date.parse(moment)).toBeLessThan(10 * DAY_MS);
        }
      }),
    );
  });
});

describe('a reminder is due', () => {
  const deadline = '2026-11-26T17:00:00.000Z';
  const call = calling({ deadline });

  it.each([
    ['not a year before', '2025-11-26T17:00:00Z', null],
    ['not a minute before the first moment', '2026-11-19T09:29:00Z', null],
    ['at the first', '2026-11-19T09:30:00Z', '2026-11-19T09:30:00.000Z'],
    ['days after it, where it was missed', '2026-11-22T23:00:00Z', '2026-11-19T09:30:00.000Z'],
    ['for the latest only, where several were missed', '2026-11-26T16:59:00Z', '2026-11-25T09:30:00.000Z'],
    ['not at the deadline', '2026-11-26T17:00:00Z', null],
    ['not years after', '2036-11-26T17:00:00Z', null],
  ])('%s', (_, now, moment) => {
    expect(momentDue(call, now)).toBe(moment);
  });

  it('not once it is closed, nor on the day on which it was opened or reopened', () => {
    const now = '2026-11-25T12:00:00.000Z';
    const begun = '2026-11-25T08:00:00.000Z';
    expect(momentDue(call, now)).toBe('2026-11-25T09:30:00.000Z');
    expect(momentDue({ ...call, closedAt: begun }, now)).toBeNull();
    expect(momentDue({ ...call, openedAt: begun }, now)).toBeNull();
    expect(momentDue({ ...call, reopenedAt: begun }, now)).toBeNull();
    expect(
      momentDue({ ...call, openedAt: begun, deadline: '2026-11-27T17:00:00Z' }, later(now, DAY_MS)),
    ).toBe('2026-11-26T09:30:00.000Z');
  });

  it('only at a moment that has come, at most nine days and a bit before the deadline, never after', () => {
    fc.assert(
      fc.property(time, zone, time, (end, timeZone, now) => {
        const moment = momentDue(calling({ deadline: end, timeZone }), now);
        if (moment === null) return;
        expect(moment <= now && now < end).toBe(true);
        expect(Date.parse(end) - Date.parse(now)).toBeLessThan(10 * DAY_MS);
      }),
    );
  });
});

describe('a person is left in peace', () => {
  it.each([
    ['Europe/London', 'Friday before summer time', '2027-03-26T08:00Z', '2027-03-26T18:00Z'],
    ['Europe/London', 'Monday after it began', '2027-03-29T07:00Z', '2027-03-29T17:00Z'],
    ['Europe/London', 'Friday before it ends', '2026-10-23T07:00Z', '2026-10-23T17:00Z'],
    ['Europe/London', 'Monday after it ended', '2026-10-26T08:00Z', '2026-10-26T18:00Z'],
    ['Australia/Sydney', 'Friday before summer time', '2026-10-01T22:00Z', '2026-10-02T08:00Z'],
    ['Australia/Sydney', 'Monday after it began', '2026-10-04T21:00Z', '2026-10-05T07:00Z'],
    ['Australia/Sydney', 'Friday before it ends', '2027-04-01T21:00Z', '2027-04-02T07:00Z'],
    ['Australia/Sydney', 'Monday after it ended', '2027-04-04T22:00Z', '2027-04-05T08:00Z'],
  ])('in %s, on the %s, before 8am and from 6pm on', (personZone, _, from, to) => {
    const isQuiet = (at: string, ms = 0) =>
      isQuietTime(later(at, ms), personZone, { timeZone: 'Asia/Tokyo' });
    expect([isQuiet(from, -1), isQuiet(from), isQuiet(to, -1), isQuiet(to)]).toEqual([
      true,
      false,
      false,
      true,
    ]);
  });

  it('on the weekend of each change, all day', () => {
    for (const sunday of ['2027-03-28', '2026-10-25'])
      for (const hour of ['00', '01', '02', '09', '12', '23'])
        expect(isQuietTime(`${sunday}T${hour}:30:00Z`, 'Europe/London', { timeZone: 'UTC' })).toBe(true);
  });

  it('by the consultation’s zone, where Slack has none or one that does not exist', () => {
    for (const personZone of [null, '', 'Middle/Earth'])
      for (const [at, isQuiet] of [
        ['2026-11-25T07:59:00Z', true],
        ['2026-11-25T08:00:00Z', false],
      ] as const)
        expect(isQuietTime(at, personZone, { timeZone: 'Europe/London' })).toBe(isQuiet);
  });
});
