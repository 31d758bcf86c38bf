import { isCollecting } from '../domain/collecting.ts';
import type { Consultation } from '../domain/consultation.ts';
import type { Actor } from '../domain/person.ts';
import type { Deps } from './deps.ts';
import { seeConsultation } from './see-consultation.ts';
import { bySystem } from './use-case.ts';

/** The open consultations whose channel the person is in: those a message can be added to. */
export const offerConsultations = bySystem(
  async (deps: Deps, { actor }: { actor: Actor }): Promise<Consultation[]> => {
    const all = await deps.store.listConsultations(deps.workspace.teamId);
    const open = all.filter((consultation) => isCollecting(consultation, deps.now().toISOString()));
    const seen = await Promise.allSettled(
      open.map(({ id }) => seeConsultation(deps, actor, { consultationId: id })),
    );
    return seen.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
  },
);
