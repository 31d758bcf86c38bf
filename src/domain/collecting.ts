import type { Consultation } from './consultation.ts';

/** Whether a reply sent at `sentAt` (UTC ISO) is taken: judged by when it was sent, however late it arrives. Never once the words are gone. */
export function takesReply(
  { closedAt, deadline, reopenedAt, expiredAt }: Consultation,
  sentAt: string,
): boolean {
  if (expiredAt !== null) return false;
  const beforeClose = closedAt === null || sentAt <= closedAt;
  const inTime = sentAt <= deadline || (reopenedAt !== null && reopenedAt > deadline);
  return beforeClose && inTime;
}

/** Whether a reply that is taken came late: after the deadline, or while the consultation was closed. */
export const isLate = (consultation: Consultation, sentAt: string): boolean =>
  sentAt > consultation.deadline ||
  consultation.closedSpells.some(({ from, to }) => sentAt > from && sentAt <= to);

/** Whether people can reply now. */
export const isCollecting = (consultation: Consultation, now: string): boolean =>
  consultation.closedAt === null && takesReply(consultation, now);

/** What was sent in time may reach us later than its end: for a week its threads are still read. */
const READ_AFTER_END_MS = 7 * 24 * 60 * 60 * 1000;

/**
 * Whether its threads are worth reading at `now` (UTC ISO): replies sent in time may still be found in them. However long the app
 * was away, they are read once after the end.
 */
export const isToBeRead = (consultation: Consultation, now: string): boolean =>
  consultation.expiredAt === null && (isGoingOn(consultation, now) || isUnreadSinceEnd(consultation));

/** Whether people can reply now, or could until a week ago. */
export const isGoingOn = (consultation: Consultation, now: string): boolean =>
  isCollecting(consultation, now) || Date.parse(now) - Date.parse(endOf(consultation)) < READ_AFTER_END_MS;

/** With a reading of all its threads that began at `at` (UTC ISO); the same object unless it is the first since the end. */
export const withReading = (consultation: Consultation, at: string): Consultation =>
  !isCollecting(consultation, at) && at > endOf(consultation) && isUnreadSinceEnd(consultation)
    ? { ...consultation, readAt: at }
    : consultation;

const endOf = ({ closedAt, deadline }: Consultation): string => closedAt ?? deadline;

const isUnreadSinceEnd = (consultation: Consultation): boolean =>
  consultation.readAt === null || consultation.readAt <= endOf(consultation);

/** Closed from `now` (UTC ISO) on; closing twice keeps the first time. */
export const closed = (consultation: Consultation, now: string): Consultation =>
  consultation.closedAt === null ? { ...consultation, closedAt: now } : consultation;

/** Taking replies again from `now` (UTC ISO) on; those sent meanwhile are picked up, marked late. */
export function reopened(consultation: Consultation, now: string): Consultation {
  const { closedAt, closedSpells } = consultation;
  const spells = closedAt === null ? closedSpells : [...closedSpells, { from: closedAt, to: now }];
  return { ...consultation, closedAt: null, reopenedAt: now, closedSpells: spells, lateNoticeTo: [] };
}
