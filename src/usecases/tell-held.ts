import type { Consultation } from '../domain/consultation.ts';
import {
  type Contribution,
  type ContributionKey,
  contributionRef,
  type Held,
} from '../domain/contribution.ts';
import type { StillAlone } from '../store/store.ts';
import type { Deps } from './deps.ts';
import { tellReviewer } from './tell-reviewer.ts';
import { titleFor } from './title-for.ts';
import { bySystem } from './use-case.ts';

/**
 * Tells the author of a held reply, and the reviewer where somebody may be at risk: each once, and one whatever becomes
 * of the other. Rejects when Slack did not take one; the next reading of the thread tries that again.
 */
export const tellHeld = bySystem(async (deps: Deps, { key }: { key: ContributionKey }): Promise<void> => {
  const { author, reviewer } = toBeTold(await deps.store.findContribution(key));
  if (author || reviewer)
    await deps.store.aloneInBackground(`tell of ${contributionRef(key)}`, (stillAlone) =>
      tell(deps, key, stillAlone),
    );
});

function toBeTold(contribution: Contribution | null): { author: boolean; reviewer: boolean } {
  if (contribution?.held == null) return { author: false, reviewer: false };
  const { types, toldAt, reviewerToldAt } = contribution.held;
  return { author: toldAt === null, reviewer: types.includes('concern') && reviewerToldAt === null };
}

/** Looks again: somebody who had the turn before may have told them. */
async function tell(deps: Deps, key: ContributionKey, stillAlone: StillAlone): Promise<void> {
  const contribution = await deps.store.findContribution(key);
  const consultation = contribution && (await deps.store.findConsultation(contribution.consultationId));
  if (contribution?.held == null || consultation === null) return;
  const { author, reviewer } = toBeTold(contribution);
  const { of } = contribution.held;
  await stillAlone();
  const told = await Promise.allSettled([
    author &&
      tellAuthor(deps, consultation, contribution).then(() => noteTold(deps, contribution, of, 'toldAt')),
    reviewer && tellReviewer(deps, { key }).then(() => noteTold(deps, contribution, of, 'reviewerToldAt')),
  ]);
  for (const one of told) if (one.status === 'rejected') throw one.reason;
}

const tellAuthor = async (
  deps: Deps,
  consultation: Consultation,
  contribution: Contribution,
): Promise<void> =>
  deps.workspace.tellHeld({
    contribution,
    title: await titleFor(deps, consultation, contribution.authorId),
    concernAnswer: contribution.held?.types.includes('concern') ? deps.screenLists.concernAnswer : null,
  });

/** Unless other words are held there now. */
async function noteTold(
  deps: Deps,
  contribution: Contribution,
  of: Held['of'],
  what: 'toldAt' | 'reviewerToldAt',
): Promise<void> {
  const at = deps.now().toISOString();
  await deps.store.changeContribution(contribution.consultationId, contribution, (current) =>
    current?.held != null && current.held.of.hash === of.hash
      ? { ...current, held: { ...current.held, [what]: at } }
      : current,
  );
}
