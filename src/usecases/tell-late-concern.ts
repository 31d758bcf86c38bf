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
    // An event and a reading, or two replicas, may bring it at once.
    await deps.store.aloneInBackground(`late reply ${version}`, async () => {
      const current = await deps.store.findConsultation(consultation.id);
      if (current === null || current.lateLookedAt.includes(version)) return;
      if (types.includes('concern')) await deps.workspace.tellConcern(reply, deps.screenLists.concernAnswer);
      // Once its words are gone nothing more is kept of it, and no reading comes.
      if (current.expiredAt === null) await deps.store.changeConsultation(current.id, withLookedAt(version));
    });
  },
);

const withLookedAt =
  (version: string) =>
  (consultation: Consultation): Consultation => ({
    ...consultation,
    lateLookedAt: [...consultation.lateLookedAt, version],
  });
