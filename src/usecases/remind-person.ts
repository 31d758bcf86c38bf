import type { Consultation } from '../domain/consultation.ts';
import { timeLeft } from '../domain/dates.ts';
import type { Owed } from '../domain/owed.ts';
import { noted, settled, type Telling } from '../domain/reminders.ts';
import type { Deps } from './deps.ts';
import { bySystem } from './use-case.ts';
import type { Delivery } from './workspace.ts';

/** `moment`: of the schedule; null: by hand. */
type Reminding = { consultation: Consultation; userId: string; moment: string | null };

/**
 * Reminds a person of what they owe, at most once for a moment and once an hour, whoever else tries: that they are told is
 * durable before they are. Only what Slack surely did not take may be sent again; the rest counts as sent.
 */
export const remindPerson = bySystem(
  async (deps: Deps, reminding: Reminding & { owed: Owed }): Promise<Delivery | 'lately'> => {
    const { consultation, userId, owed } = reminding;
    const telling = await note(deps, reminding);
    if (telling === null) return 'lately';
    const left = timeLeft(telling.at, consultation.deadline);
    const delivery = await deps.workspace.tellOwed({ consultation, userId, owed, timeLeft: left });
    if (delivery !== 'unsure') await settle(deps, reminding, telling, OUTCOMES[delivery]);
    return delivery;
  },
);

const OUTCOMES = { sent: 'sent', refused: 'passed', 'not sent': null } as const;

/** For this moment there is nothing to tell a person, and there will not be. */
export const passOver = bySystem(async (deps: Deps, reminding: Reminding): Promise<void> => {
  const telling = await note(deps, reminding);
  if (telling !== null) await settle(deps, reminding, telling, 'passed');
});

/** What is about to be told; null when it may not be, or somebody else is about to. */
async function note(
  { store, now }: Deps,
  { consultation, userId, moment }: Reminding,
): Promise<Telling | null> {
  const telling: Telling = { moment, at: now().toISOString(), outcome: 'sending' };
  let isOurs = false;
  await store.changeReminders(consultation.id, userId, (current) => {
    const changed = noted(current, telling);
    isOurs = changed !== current;
    return changed;
  });
  return isOurs ? telling : null;
}

const settle = (
  { store }: Deps,
  { consultation, userId }: Reminding,
  telling: Telling,
  outcome: Telling['outcome'] | null,
) => store.changeReminders(consultation.id, userId, (current) => settled(current, telling, outcome));
