import { isCollecting } from '../domain/collecting.ts';
import type { Consultation } from '../domain/consultation.ts';
import type { Contribution } from '../domain/contribution.ts';
import { timeLeft } from '../domain/dates.ts';
import { statusOf, type ThemeStatus, waitingIn } from '../domain/status.ts';
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
};

/** Where a consultation stands, for any member of its channel. */
export const showStatus = onConsultation(
  'consultation.see',
  async (deps: Deps, consultation, _input: { consultationId: string }, actor): Promise<StatusReport> => {
    const now = deps.now().toISOString();
    const contributions = await deps.store.listContributions(consultation.id);
    const isEditor = [consultation.leadId, ...consultation.editorIds].includes(actor.userId);
    return {
      consultation,
      isCollecting: isCollecting(consultation, now),
      timeLeft: timeLeft(now, consultation.deadline),
      themes: statusOf(consultation, contributions),
      toDecide: isEditor ? waitingIn(contributions) : [],
    };
  },
);
