import { closed } from '../domain/collecting.ts';
import type { Consultation } from '../domain/consultation.ts';
import { UserError } from '../domain/errors.ts';
import type { Deps } from './deps.ts';
import { noteAction } from './note-action.ts';
import { onConsultation } from './use-case.ts';

/** Stops taking replies. Those sent before stay, and drafts and submissions can still be made. */
export const closeConsultation = onConsultation(
  'consultation.close',
  async (deps: Deps, consultation, _input: { consultationId: string }, actor): Promise<Consultation> => {
    const now = deps.now().toISOString();
    const changed = await deps.store.changeConsultation(consultation.id, (current) => {
      if (current.closedAt !== null) throw new UserError('This consultation is already closed.');
      return closed(current, now);
    });
    await noteAction(deps, { consultationId: changed.id, by: actor.userId, what: 'closed' });
    return changed;
  },
);
