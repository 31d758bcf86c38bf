import { setImmediate as turn } from 'node:timers/promises';
import { isCollecting } from '../domain/collecting.ts';
import { type Consultation, isEditorOf, reviewerOf } from '../domain/consultation.ts';
import type { Contribution } from '../domain/contribution.ts';
import { timeLeft } from '../domain/dates.ts';
import { heldIn, statusOf, type ThemeStatus, waitingIn } from '../domain/status.ts';
import type { Deps } from './deps.ts';
import { onConsultation } from './use-case.ts';

export type StatusReport = {
  consultation: Consultation;
  isCollecting: boolean;
  /** "9 days and 4 hours"; null once the deadline has passed. */
  timeLeft: string | null;
  themes: ThemeStatus[];
  /** What waits for a decision; empty for whoever could not decide. */
  toDecide: Contribution[];
  /** How many replies are held and still in Slack; 0 for everybody but the safeguarding reviewer. */
  held: number;
};

/** Where a consultation stands, for any member of its channel. */
export const showStatus = onConsultation(
  'consultation.see',
  async (deps: Deps, consultation, _input: { consultationId: string }, actor): Promise<StatusReport> => {
    const now = deps.now().toISOString();
    const contributions = await deps.store.listContributions(consultation.id);
    // Of a large record each step is a good while's work: others have their turn between them.
    await turn();
    return {
      consultation,
      isCollecting: isCollecting(consultation, now),
      timeLeft: timeLeft(now, consultation.deadline),
      themes: statusOf(consultation, contributions),
      toDecide: isEditorOf(consultation, actor.userId) ? waitingIn(contributions) : [],
      held: reviewerOf(consultation) === actor.userId ? heldIn(contributions).length : 0,
    };
  },
);
