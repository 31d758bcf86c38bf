import { closed } from '../domain/collecting.ts';
import type { Consultation } from '../domain/consultation.ts';
import { UserError } from '../domain/errors.ts';
import type { Deps } from './deps.ts';
import { onConsultation } from './use-case.ts';

/** Stops taking replies. Those sent before stay, and drafts and submissions can still be made. */
export const closeConsultation = onConsultation(
  'consultation.close',
  async (deps: Deps, consultation, _input: { consultationId: string }): Promise<Consultation> => {
    if (consultation.closedAt !== null) throw new UserError('This consultation is already closed.');
    const now = deps.now().toISOString();
    return deps.store.changeConsultation(consultation.id, (current) => closed(current, now));
  },
);
