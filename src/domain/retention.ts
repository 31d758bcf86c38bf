import { DateTime } from 'luxon';
import { isCollecting } from './collecting.ts';
import type { Consultation } from './consultation.ts';

/**
 * When the words of a consultation go (UTC ISO): so many calendar months, in its zone, after its deadline. One that was
 * reopened later keeps them from its last close, so that closing it takes none away. Throws where that is no date.
 */
export function keptUntil(consultation: Consultation): string {
  const { timeZone, keepMonths } = consultation;
  const until = DateTime.fromISO(endOf(consultation), { zone: timeZone }).plus({ months: keepMonths });
  const time = until.toUTC().toISO();
  if (time === null) throw new Error('The time until which words are kept is no date.');
  return time;
}

const endOf = ({ deadline, reopenedAt, closedAt }: Consultation): string =>
  reopenedAt !== null && reopenedAt > deadline ? (closedAt ?? reopenedAt) : deadline;

/** Whether its words are to go at `now` (UTC ISO) and have not gone yet. Never while it takes replies. */
export const isToExpire = (consultation: Consultation, now: string): boolean =>
  consultation.expiredAt === null &&
  !isCollecting(consultation, now) &&
  Date.parse(now) >= Date.parse(keptUntil(consultation));
