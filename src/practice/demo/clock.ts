import { DateTime } from 'luxon';

const DAY_MS = 24 * 60 * 60 * 1000;

/** A clock that starts some days back and is moved on to the present, so that a talk of a minute has the dates of a real one. */
export const startClock = (daysBack: number) => {
  let behindMs = daysBack * DAY_MS;
  return {
    now: (): Date => new Date(Date.now() - behindMs),
    /** Moves on by a share (0 to 1) of the days that it started back. */
    moveOn: (share: number): void => {
      behindMs = Math.max(0, behindMs - share * daysBack * DAY_MS);
    },
  };
};
export type Clock = ReturnType<typeof startClock>;

/** Five in the afternoon in London, so many days from the real today. */
export const deadlineIn = (days: number): Date =>
  DateTime.now()
    .setZone('Europe/London')
    .plus({ days })
    .set({ hour: 17, minute: 0, second: 0, millisecond: 0 })
    .toJSDate();
