import { isCollecting } from '../domain/collecting.ts';
import type { Consultation } from '../domain/consultation.ts';
import { UserError } from '../domain/errors.ts';
import { editorsOf, type Owed, owedBy, owesNothing } from '../domain/owed.ts';
import { remindedLast } from '../domain/reminders.ts';
import type { Deps } from './deps.ts';
import { isStillHere } from './is-still-here.ts';
import { noteAction } from './note-action.ts';
import { remindPerson } from './remind-person.ts';
import { onConsultation } from './use-case.ts';
import type { Delivery } from './workspace.ts';

/** What became of one person. lately: within the hour, so not again. asker: they need no message. */
export type Reminded = {
  userId: string;
  outcome: Delivery | 'lately' | 'not here' | 'asker';
  /** Before this (UTC ISO). */
  lastAt: string | null;
};

/** What the lead and the editors owe, each the same; never what is held. */
export type RemindReport = { consultation: Consultation; owed: Omit<Owed, 'held'>; people: Reminded[] };

/**
 * Reminds at once, at any hour, those who owe something, except whoever asks for it. Who owes nothing but a look at what is
 * held is left to the schedule: that something is held is not for whoever asks to know.
 */
export const remind = onConsultation(
  'consultation.remind',
  async (deps: Deps, consultation, _input: { consultationId: string }, actor): Promise<RemindReport> => {
    if (!isCollecting(consultation, deps.now().toISOString())) throw new UserError(OVER);
    const contributions = await deps.store.listContributions(consultation.id);
    const owedHere = (userId: string) => owedBy(consultation, contributions, userId);
    const { thin, toDecide } = owedHere(consultation.leadId);
    const report = { consultation, owed: { thin, toDecide } };
    if (owesNothing({ thin, toDecide, held: 0 })) return { ...report, people: [] };
    const people: Reminded[] = [];
    for (const userId of editorsOf(consultation))
      people.push(await remindOne(deps, consultation, userId, { actor, owed: owedHere(userId) }));
    if (people.some(({ outcome }) => outcome === 'sent' || outcome === 'unsure'))
      await noteAction(deps, { consultationId: consultation.id, by: actor.userId, what: 'reminded' });
    return { ...report, people };
  },
);

const OVER =
  'This consultation takes no more replies, so nobody is reminded. `/soundings reopen` opens it again; `/soundings status` shows where it stands.';

async function remindOne(
  deps: Deps,
  consultation: Consultation,
  userId: string,
  { actor, owed }: { actor: { userId: string }; owed: Owed },
): Promise<Reminded> {
  const reminders = (await deps.store.listReminders(consultation.id)).find((one) => one.userId === userId);
  const lastAt = reminders === undefined ? null : remindedLast(reminders);
  if (userId === actor.userId) return { userId, outcome: 'asker', lastAt };
  const isHere = await isStillHere(deps, consultation, userId).catch(() => null);
  if (isHere === null) return { userId, outcome: 'not sent', lastAt };
  if (!isHere) return { userId, outcome: 'not here', lastAt };
  const outcome = await remindPerson(deps, { consultation, userId, moment: null, owed });
  return { userId, outcome, lastAt };
}
