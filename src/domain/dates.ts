import { DateTime } from 'luxon';

const inZone = (time: string, zone: string) => DateTime.fromISO(time, { zone }).setLocale('en-GB');

/** "2026-11-21" of a UTC ISO time in an IANA zone. */
export const dayIn = (time: string, zone: string): string => inZone(time, zone).toFormat('yyyy-MM-dd');

/** "21 November 2026" of a day or a UTC ISO time, as GOV.UK writes dates. */
export const longDate = (time: string, zone: string): string => inZone(time, zone).toFormat('d MMMM yyyy');

/** "5pm", "11:59pm", "midday", "midnight". */
function clockTime(at: DateTime): string {
  if (at.minute === 0 && at.hour === 12) return 'midday';
  if (at.minute === 0 && at.hour === 0) return 'midnight';
  return at.toFormat(at.minute === 0 ? 'ha' : 'h:mma').toLowerCase();
}

/** "5pm on 21 November 2026". */
export const timeAndDate = (time: string, zone: string): string =>
  `${clockTime(inZone(time, zone))} on ${longDate(time, zone)}`;

/** "9 days and 4 hours", "1 hour", "less than an hour"; null when `until` is not after `from` (both UTC ISO). */
export function timeLeft(from: string, until: string): string | null {
  const hours = DateTime.fromISO(until).diff(DateTime.fromISO(from), 'hours').hours;
  if (hours <= 0) return null;
  if (hours < 1) return 'less than an hour';
  const parts = [counted(Math.floor(hours / 24), 'day'), counted(Math.floor(hours % 24), 'hour')];
  return parts.filter((part) => part !== null).join(' and ');
}

const counted = (count: number, unit: string): string | null =>
  count === 0 ? null : `${count} ${unit}${count === 1 ? '' : 's'}`;

/** UTC ISO of a local time "2026-11-30T17:00" in an IANA zone. */
export const utcOf = (local: string, zone: string): string =>
  DateTime.fromISO(local, { zone }).toUTC().toISO() ?? '';

/** As exact as a source's date is known: "25 February 2021", "May 2019", "2014" of an ISO day, month or year. */
export function publishedOn(published: string): string {
  const format = { 10: 'd MMMM yyyy', 7: 'MMMM yyyy' }[published.length] ?? 'yyyy';
  return DateTime.fromISO(published, { zone: 'utc' }).setLocale('en-GB').toFormat(format);
}
