import type { Consultation } from '../domain/consultation.ts';
import type { Contribution } from '../domain/contribution.ts';
import { heldIn } from '../domain/status.ts';
import type { Deps } from './deps.ts';
import { onConsultation } from './use-case.ts';

export type HeldList = { consultation: Consultation; held: Contribution[] };

/** The held replies that still stand in Slack, oldest first, for the safeguarding reviewer. */
export const listHeld = onConsultation(
  'held.see',
  async (deps: Deps, consultation, _input: { consultationId: string }): Promise<HeldList> => ({
    consultation,
    held: heldIn(await deps.store.listContributions(consultation.id)),
  }),
);
