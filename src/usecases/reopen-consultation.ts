import { isCollecting, reopened } from '../domain/collecting.ts';
import type { Consultation } from '../domain/consultation.ts';
import { UserError } from '../domain/errors.ts';
import type { Deps } from './deps.ts';
import { lineOf } from './note-action.ts';
import { onConsultation } from './use-case.ts';

/** Takes replies again, also after the deadline. What was sent meanwhile is found by reconciling its threads. */
export const reopenConsultation = onConsultation(
  'consultation.reopen',
  async (deps: Deps, consultation, _input: { consultationId: string }, actor): Promise<Consultation> => {
    const now = deps.now().toISOString();
    return deps.store.changeConsultation(
      consultation.id,
      (current) => {
        refuseUnlessClosed(current, now);
        return reopened(current, now);
      },
      ({ id }) => [lineOf(deps, { consultationId: id, by: actor.userId, what: 'reopened' })],
    );
  },
);

function refuseUnlessClosed(consultation: Consultation, now: string): void {
  if (consultation.expiredAt !== null)
    throw new UserError(
      'The words of this consultation are gone for good. Open a new one with `/soundings new`.',
    );
  if (isCollecting(consultation, now))
    throw new UserError('This consultation is open already. Nothing was changed.');
}
