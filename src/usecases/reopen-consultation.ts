import { isCollecting, reopened } from '../domain/collecting.ts';
import type { Consultation } from '../domain/consultation.ts';
import { UserError } from '../domain/errors.ts';
import type { Deps } from './deps.ts';
import { onConsultation } from './use-case.ts';

/** Takes replies again, also after the deadline. What was sent meanwhile is found by reconciling its threads. */
export const reopenConsultation = onConsultation(
  'consultation.reopen',
  async (deps: Deps, consultation, _input: { consultationId: string }): Promise<Consultation> => {
    const now = deps.now().toISOString();
    if (isCollecting(consultation, now))
      throw new UserError('This consultation is open already. Nothing was changed.');
    return deps.store.changeConsultation(consultation.id, (current) => reopened(current, now));
  },
);
