import { DateTime, IANAZone } from 'luxon';
import type { Consultation } from './consultation.ts';
import { dayIn } from './dates.ts';

const DAYS_BEFORE = [7, 3, 1];
const AT = { hour: 9, minute: 30, second: 0, millisecond: 0 };

/**
 * When people are reminded of a deadline (UTC ISO, in order): in the consultation's zone, on working days, before the
 * deadline; a moment that falls on a weekend is on the Friday before. Public holidays are working days here.
 */
export function momentsBefore({ deadline, timeZone }: Pick<Consultation, 'deadline' | 'timeZone'>): string[] {
  const end = DateTime.fromISO(deadline, { zone: timeZone });
  const moments = DAYS_BEFORE.map((days) => workingDay(end.minus({ days })).set(AT))
    .filter((moment) => moment < end)
    .map((moment) => moment.toUTC().toISO() ?? '');
  return [...new Set(moments)];
}

const workingDay = (day: DateTime): DateTime => day.minus({ days: Math.max(0, day.weekday - FRIDAY) });

const FRIDAY = 5;

/**
 * The moment whose reminder is due at `now` (UTC ISO): the latest that has come, however long ago, so that what was missed
 * is made up for once. null before the first, on the day of opening or reopening, after the close and after the deadline.
 */
export function momentDue(consultation: Consultation, now: string): string | null {
  const { deadline, timeZone, openedAt, reopenedAt, closedAt } = consultation;
  if (closedAt !== null || Date.parse(now) >= Date.parse(deadline)) return null;
  const begun = dayIn(reopenedAt ?? openedAt, timeZone);
  const come = momentsBefore(consultation).filter((moment) => Date.parse(moment) <= Date.parse(now));
  return come.findLast((moment) => dayIn(moment, timeZone) > begun) ?? null;
}

/** Whether a person is left in peace at `now` (UTC ISO): weekends, before 8am and from 6pm on, in their own zone, or the consultation's. */
export function isQuietTime(
  now: string,
  personZone: string | null,
  { timeZone }: Pick<Consultation, 'timeZone'>,
): boolean {
  const isKnown = personZone !== null && IANAZone.isValidZone(personZone);
  const { weekday, hour } = DateTime.fromISO(now, { zone: isKnown ? personZone : timeZone });
  return weekday > FRIDAY || hour < 8 || hour >= 18;
}
