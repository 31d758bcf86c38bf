import { z } from 'zod';

const tellingSchema = z.strictObject({
  /** The moment of the schedule (UTC ISO) that it is for; null: somebody reminded them by hand. */
  moment: z.iso.datetime().nullable(),
  at: z.iso.datetime(),
  /**
   * sending: Slack has not said whether it came in. As the app cannot read direct messages, it never looks, and never sends
   * it again. passed: there was nothing to tell them then, or no way to.
   */
  outcome: z.enum(['sending', 'sent', 'passed']),
});
export type Telling = z.infer<typeof tellingSchema>;

/** What one person was told by the app of one consultation, for as long as that matters. */
export const remindersSchema = z.strictObject({
  consultationId: z.string(),
  userId: z.string(),
  told: z.array(tellingSchema),
});
export type Reminders = z.infer<typeof remindersSchema>;

const HOUR_MS = 60 * 60 * 1000;

/**
 * Whether everything about a moment of the schedule is done for this person: they were told, or passed over, for it, or told
 * since for another. A deadline that is moved makes other moments, and those who have just heard of it need not hear again.
 */
const isSettled = ({ told }: Reminders, moment: string, now: string): boolean =>
  told.some(
    ({ at, outcome, ...one }) =>
      one.moment === moment ||
      (outcome !== 'passed' && Date.parse(at) >= Date.parse(moment) && Date.parse(at) <= Date.parse(now)),
  );

/** When they were reminded last (UTC ISO), or may have been; null if never. */
export const remindedLast = ({ told }: Reminders): string | null =>
  told
    .filter(({ outcome }) => outcome !== 'passed')
    .map(({ at }) => at)
    .toSorted()
    .at(-1) ?? null;

/** Nobody is reminded twice for one moment, nor twice within an hour, however the clock is set meanwhile. */
export const mayBeReminded = (reminders: Reminders, moment: string | null, now: string): boolean =>
  !(moment !== null && isSettled(reminders, moment, now)) &&
  !reminders.told.some(
    ({ at, outcome }) => outcome !== 'passed' && Math.abs(Date.parse(now) - Date.parse(at)) < HOUR_MS,
  );

/**
 * With a telling that is about to be made, which nobody else may make from now on; the same object when it may not be
 * made. Of those by hand only the latest is kept beside it, which counts again if this one is not made.
 */
export function noted(current: Reminders, telling: Telling): Reminders {
  if (!mayBeReminded(current, telling.moment, telling.at)) return current;
  const lastByHand = current.told.findLast(({ moment, outcome }) => moment === null && outcome !== 'passed');
  const kept = current.told.filter((one) => one.moment !== null || one === lastByHand);
  return { ...current, told: [...kept, telling] };
}

/** With what became of a telling; null: nothing was sent, so that it can be made again. */
export function settled(current: Reminders, telling: Telling, outcome: Telling['outcome'] | null): Reminders {
  const told = current.told.flatMap((one) => {
    if (one.moment !== telling.moment || one.at !== telling.at) return [one];
    return outcome === null ? [] : [{ ...one, outcome }];
  });
  return { ...current, told };
}
