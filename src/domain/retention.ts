import { DateTime } from 'luxon';
import type { Consultation } from './consultation.ts';

/** When the words of a consultation go (UTC ISO): so many calendar months after its deadline, in its zone. */
export const keptUntil = ({
  deadline,
  timeZone,
  keepMonths,
}: Pick<Consultation, 'deadline' | 'timeZone' | 'keepMonths'>): string =>
  DateTime.fromISO(deadline, { zone: timeZone }).plus({ months: keepMonths }).toUTC().toISO() ?? '';

/** Whether its words are to go at `now` (UTC ISO) and have not gone yet. */
export const isToExpire = (consultation: Consultation, now: string): boolean =>
  consultation.expiredAt === null && Date.parse(now) >= Date.parse(keptUntil(consultation));
