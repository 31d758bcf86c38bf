import { closed } from '../domain/collecting.ts';
import type { Consultation } from '../domain/consultation.ts';
import { UserError } from '../domain/errors.ts';
import type { Deps } from './deps.ts';
import { lineOf } from './note-action.ts';
import { onConsultation } from './use-case.ts';

/** Stops taking replies. Those sent before stay, and drafts and submissions can still be made. */
export const closeConsultation = onConsultation(
  'consultation.close',
  async (deps: Deps, consultation, _input: { consultationId: string }, actor): Promise<Consultation> => {
    const now = deps.now().toISOString();
    return deps.store.changeConsultation(
      consultation.id,
      (current) => {
        if (current.closedAt !== null) throw new UserError('This consultation is already closed.');
        return closed(current, now);
      },
      ({ id }) => [lineOf(deps, { consultationId: id, by: actor.userId, what: 'closed' })],
    );
  },
);
