import { isCollecting } from '../domain/collecting.ts';
import type { Consultation } from '../domain/consultation.ts';
import { UserError } from '../domain/errors.ts';
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
    const unanswered = seen.find((result) => result.status === 'rejected' && !isRefusal(result.reason));
    if (unanswered?.status === 'rejected') throw unanswered.reason;
    return seen.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
  },
);

/** A refusal says that the person is not in that channel; an error with a cause, that Slack did not answer. */
const isRefusal = (reason: unknown): boolean => reason instanceof UserError && reason.cause === undefined;
