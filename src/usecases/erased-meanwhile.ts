import type { Reply } from '../domain/capture.ts';
import type { Contribution } from '../domain/contribution.ts';
import { isErasedSince } from '../domain/erasure.ts';
import { erased } from '../domain/taken-back.ts';
import type { Deps } from './deps.ts';
import { lineOn } from './note-action.ts';
import { bySystem } from './use-case.ts';

/** Said before its author had everything of theirs erased. */
export const isErasedByAuthor = bySystem(
  async (
    { store }: Deps,
    { teamId, authorId, messageTs }: Pick<Reply, 'teamId' | 'authorId' | 'messageTs'>,
  ): Promise<boolean> => isErasedSince(await store.findPerson(teamId, authorId), messageTs),
);

/**
 * Takes a contribution that was just written out again when its words went meanwhile: an erasure first says so, then
 * erases what it finds, so what was written after it looked must see that here. Whether it was taken out.
 */
export const erasedMeanwhile = bySystem(async (deps: Deps, contribution: Contribution): Promise<boolean> => {
  if (contribution.state === 'erased') return false;
  const { consultationId } = contribution;
  const consultation = await deps.store.findConsultation(consultationId);
  const isGone = consultation?.expiredAt != null || (await isErasedByAuthor(deps, contribution));
  if (isGone)
    await deps.store.changeContribution(
      consultationId,
      contribution,
      (current) => (current === null || current.state === 'erased' ? current : erased(current)),
      (_, now) => [lineOn(deps, now, 'erased', null)],
    );
  return isGone;
});
