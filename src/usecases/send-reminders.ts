import type { Consultation } from '../domain/consultation.ts';
import { owedBy, owesNothing, peopleOwing } from '../domain/owed.ts';
import { isQuietTime, momentDue } from '../domain/reminder-times.ts';
import { mayBeReminded } from '../domain/reminders.ts';
import type { Deps } from './deps.ts';
import { isStillHere } from './is-still-here.ts';
import { passOver, remindPerson } from './remind-person.ts';
import { bySystem } from './use-case.ts';

/**
 * Reminds everybody for whom a reminder is due now, and who is not to be left in peace. To be asked often: whoever was
 * reminded, or owes nothing, is not looked at again until the next moment. A consultation in which it fails holds up no
 * other; the first failure is thrown at the end.
 */
export const sendReminders = bySystem(async (deps: Deps, _: Record<string, never>): Promise<void> => {
  const consultations = await deps.store.listConsultations(deps.workspace.teamId);
  const failures: unknown[] = [];
  for (const one of consultations) await sendDue(deps, one).catch((error: unknown) => failures.push(error));
  if (failures.length > 0) throw failures[0];
});

async function sendDue(deps: Deps, consultation: Consultation): Promise<void> {
  const moment = momentDue(consultation, deps.now().toISOString());
  if (moment === null) return;
  const userIds = await reachable(deps, consultation, moment);
  if (userIds.length === 0) return;
  const contributions = await deps.store.listContributions(consultation.id);
  for (const userId of userIds) {
    const isOwing = !owesNothing(owedBy(consultation, contributions, userId));
    const isToBeTold = isOwing && (await isStillHere(deps, consultation, userId));
    // Slack was asked meanwhile: it may have been closed, or night may have come.
    const current = await deps.store.findConsultation(consultation.id);
    if (current === null || momentDue(current, deps.now().toISOString()) !== moment) return;
    const reminding = { consultation: current, userId, moment };
    if (!isToBeTold) await passOver(deps, reminding);
    else if (await isAwake(deps, current, userId))
      await remindPerson(deps, { ...reminding, owed: owedBy(current, contributions, userId) });
  }
}

/** Who has not been reminded yet and may be, at this time of their day. */
async function reachable(deps: Deps, consultation: Consultation, moment: string): Promise<string[]> {
  const reminders = await deps.store.listReminders(consultation.id);
  const userIds: string[] = [];
  for (const userId of peopleOwing(consultation)) {
    const theirs = reminders.find((one) => one.userId === userId);
    const isDue = theirs === undefined || mayBeReminded(theirs, moment, deps.now().toISOString());
    if (isDue && (await isAwake(deps, consultation, userId))) userIds.push(userId);
  }
  return userIds;
}

async function isAwake(deps: Deps, consultation: Consultation, userId: string): Promise<boolean> {
  const zone = await deps.workspace.timeZoneOf(userId);
  return !isQuietTime(deps.now().toISOString(), zone, consultation);
}
