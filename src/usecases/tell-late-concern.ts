import type { Reply } from '../domain/capture.ts';
import { screenedWords } from '../domain/capture.ts';
import type { Consultation } from '../domain/consultation.ts';
import { typesOf } from '../domain/screening/finding.ts';
import { type Deps, screenOf } from './deps.ts';
import { bySystem } from './use-case.ts';

/**
 * Tells the author of a reply that is not recorded any more where to take it, when it says that somebody may be at risk.
 * Nothing of it is kept, so it is told each time that this is asked. Rejects when Slack does not take it.
 */
export const tellLateConcern = bySystem(
  async (
    deps: Deps,
    { consultation, reply }: { consultation: Consultation; reply: Reply },
  ): Promise<void> => {
    const types = typesOf(screenOf(deps, consultation)(screenedWords(reply)));
    if (types.includes('concern')) await deps.workspace.tellConcern(reply, deps.screenLists.concernAnswer);
  },
);
