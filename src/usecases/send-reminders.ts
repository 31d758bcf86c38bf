import type { Consultation } from '../domain/consultation.ts';
import type { Contribution } from '../domain/contribution.ts';
import { owedBy, owesNothing, peopleOwing } from '../domain/owed.ts';
import { isQuietTime, momentDue } from '../domain/reminder-times.ts';
import { mayBeReminded } from '../domain/reminders.ts';
import type { Deps } from './deps.ts';
import { isStillHere } from './is-still-here.ts';
import { passOver, remindPerson } from './remind-person.ts';
import { bySystem } from './use-case.ts';

/**
 * Reminds everybody for whom a reminder is due now, and who is not to be left in peace. To be asked often: whoever was
 * reminded, or owes nothing, is not looked at again until the next moment. A consultation, or a person, with whom it fails, as
 * when Slack does not take a reminder, holds up no other; the first failure is thrown at the end.
 */
export const sendReminders = bySystem(async (deps: Deps, _: Record<string, never>): Promise<void> => {
  const consultations = await deps.store.listConsultations(deps.workspace.teamId);
  await eachInTurn(consultations, (one) => sendDue(deps, one));
});

/** One after the other, to the end; then throws the first failure. */
async function eachInTurn<One>(all: One[], work: (one: One) => Promise<void>): Promise<void> {
  const failures: unknown[] = [];
  for (const one of all) await work(one).catch((error: unknown) => failures.push(error));
  if (failures.length > 0) throw failures[0];
}

async function sendDue(deps: Deps, consultation: Consultation): Promise<void> {
  const moment = momentDue(consultation, deps.now().toISOString());
  if (moment === null) return;
  // Not before somebody is awake, and once for all of them.
  let listed: Promise<Contribution[]> | undefined;
  const list = () => {
    listed ??= deps.store.listContributions(consultation.id);
    return listed;
  };
  const userIds = await notReminded(deps, consultation, moment);
  await eachInTurn(userIds, (userId) => sendOne(deps, { consultation, userId, moment }, list));
}

async function sendOne(
  deps: Deps,
  { consultation, userId, moment }: { consultation: Consultation; userId: string; moment: string },
  list: () => Promise<Contribution[]>,
): Promise<void> {
  if (!(await isAwake(deps, consultation, userId))) return;
  const contributions = await list();
  const isOwing = !owesNothing(owedBy(consultation, contributions, userId));
  const isToBeTold = isOwing && (await isStillHere(deps, consultation, userId));
  // Slack was asked meanwhile: it may have been closed, or night may have come.
  const current = await deps.store.findConsultation(consultation.id);
  if (current === null || momentDue(current, deps.now().toISOString()) !== moment) return;
  const reminding = { consultation: current, userId, moment };
  if (!isToBeTold) return passOver(deps, reminding);
  if (!(await isAwake(deps, current, userId))) return;
  const owed = owedBy(current, contributions, userId);
  // Nobody is waiting who could be told so.
  if ((await remindPerson(deps, { ...reminding, owed })) === 'not sent')
    throw new Error('Slack took no reminder just now.');
}

/** Who has not been reminded of it yet, and may be. */
async function notReminded(deps: Deps, consultation: Consultation, moment: string): Promise<string[]> {
  const reminders = await deps.store.listReminders(consultation.id);
  return peopleOwing(consultation).filter((userId) => {
    const theirs = reminders.find((one) => one.userId === userId);
    return theirs === undefined || mayBeReminded(theirs, moment, deps.now().toISOString());
  });
}

async function isAwake(deps: Deps, consultation: Consultation, userId: string): Promise<boolean> {
  const zone = await deps.workspace.timeZoneOf(userId);
  return !isQuietTime(deps.now().toISOString(), zone, consultation);
}
