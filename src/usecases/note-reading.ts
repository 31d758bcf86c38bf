import { withReading } from '../domain/collecting.ts';
import type { Consultation } from '../domain/consultation.ts';
import type { Deps } from './deps.ts';
import { bySystem } from './use-case.ts';

/** Notes a reading of all threads of a consultation, begun at `at` (UTC ISO), where it is the first since the end. */
export const noteReading = bySystem(
  async (deps: Deps, { consultation, at }: { consultation: Consultation; at: string }): Promise<void> => {
    if (withReading(consultation, at) === consultation) return;
    await deps.store.changeConsultation(consultation.id, (current) => withReading(current, at));
  },
);
