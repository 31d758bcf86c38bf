import { describe, expect, it } from 'vitest';
import { dayIn, longDate, publishedOn, timeAndDate, timeLeft } from '../../src/domain/dates.ts';

const london = 'Europe/London';

describe('dates, as people read them', () => {
  it.each([
    ['2026-11-21T17:00:00.000Z', '5pm on 21 November 2026'],
    ['2026-07-01T22:59:00.000Z', '11:59pm on 1 July 2026'],
    ['2026-11-21T12:00:00.000Z', 'midday on 21 November 2026'],
    ['2026-07-01T23:00:00.000Z', 'midnight on 2 July 2026'],
  ])('%s is said as %s in London', (time, said) => expect(timeAndDate(time, london)).toBe(said));

  it.each([
    ['2021-02-25', '25 February 2021'],
    ['2018-10', 'October 2018'],
    ['2014', '2014'],
  ])('a source published %s is said as %s', (published, said) => expect(publishedOn(published)).toBe(said));

  it('are of the zone that is asked for', () => {
    expect(dayIn('2026-07-01T23:30:00.000Z', london)).toBe('2026-07-02');
    expect(dayIn('2026-07-01T23:30:00.000Z', 'UTC')).toBe('2026-07-01');
    expect(longDate('2026-07-02', london)).toBe('2 July 2026');
  });

  it.each([
    ['2026-11-21T10:00:00Z', '2026-11-30T14:00:00Z', '9 days and 4 hours'],
    ['2026-11-21T10:00:00Z', '2026-11-22T10:30:00Z', '1 day'],
    ['2026-11-21T10:00:00Z', '2026-11-21T11:00:00Z', '1 hour'],
    ['2026-11-21T10:00:00Z', '2026-11-21T10:59:00Z', 'less than an hour'],
    ['2026-11-21T10:00:00Z', '2026-11-21T10:00:00Z', null],
    // The clocks go back on 25 October 2026: a day of 25 hours.
    ['2026-10-24T12:00:00+01:00', '2026-10-25T12:00:00+00:00', '1 day and 1 hour'],
  ])('from %s to %s there is left: %s', (from, until, left) => expect(timeLeft(from, until)).toBe(left));
});
