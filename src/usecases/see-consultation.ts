import type { Consultation } from '../domain/consultation.ts';
import type { Deps } from './deps.ts';
import { onConsultation } from './use-case.ts';

type Input = { consultationId: string };

/** A consultation, for a member of its channel. */
export const seeConsultation = onConsultation(
  'consultation.see',
  async (_deps: Deps, consultation, _input: Input): Promise<Consultation> => consultation,
);

/** A consultation whose settings are about to be changed, for an editor. */
export const seeSettings = onConsultation(
  'consultation.change',
  async (_deps: Deps, consultation, _input: Input): Promise<Consultation> => consultation,
);
