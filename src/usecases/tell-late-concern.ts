import type { Reply } from '../domain/capture.ts';
import { screenedWords } from '../domain/capture.ts';
import type { Consultation } from '../domain/consultation.ts';
import { contributionRef } from '../domain/contribution.ts';
import { typesOf } from '../domain/screening/finding.ts';
import { type Deps, screenOf } from './deps.ts';
import { bySystem } from './use-case.ts';

/**
 * Tells the author of a reply that is not recorded any more where to take it, when it says that somebody may be at risk.
 * Nothing of its words is kept, only that it was looked at as it stands: rejects when Slack does not take the answer, and then
 * gives it the next time that this is asked.
 */
export const tellLateConcern = bySystem(
  async (
    deps: Deps,
    { consultation, reply }: { consultation: Consultation; reply: Reply },
  ): Promise<void> => {
    const version = `${contributionRef(reply)} ${reply.editedTs ?? ''}`.trimEnd();
    if (consultation.lateLookedAt.includes(version)) return;
    const types = typesOf(screenOf(deps, consultation)(screenedWords(reply)));
    if (types.includes('concern')) await deps.workspace.tellConcern(reply, deps.screenLists.concernAnswer);
    await deps.store.changeConsultation(consultation.id, (current) => ({
      ...current,
      lateLookedAt: [...new Set([...current.lateLookedAt, version])],
    }));
  },
);
