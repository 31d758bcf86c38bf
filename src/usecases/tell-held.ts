import { type Contribution, type ContributionKey, contributionRef } from '../domain/contribution.ts';
import type { Deps } from './deps.ts';
import { tellReviewer } from './tell-reviewer.ts';
import { titleFor } from './title-for.ts';
import { bySystem } from './use-case.ts';

/**
 * Tells the author of a held reply, once, and the reviewer where somebody may be at risk. Rejects when Slack does
 * not take it; the next reading of the thread tries again.
 */
export const tellHeld = bySystem(async (deps: Deps, { key }: { key: ContributionKey }): Promise<void> => {
  if (!isToBeTold(await deps.store.findContribution(key))) return;
  await deps.store.alone(`tell of ${contributionRef(key)}`, () => tell(deps, key));
});

const isToBeTold = (contribution: Contribution | null): boolean =>
  contribution?.held != null && contribution.held.toldAt === null;

/** Looks again: somebody who had the turn before may have told them. */
async function tell(deps: Deps, key: ContributionKey): Promise<void> {
  const contribution = await deps.store.findContribution(key);
  const consultation = contribution && (await deps.store.findConsultation(contribution.consultationId));
  if (contribution?.held == null || consultation === null || !isToBeTold(contribution)) return;
  const { types, of } = contribution.held;
  const isConcern = types.includes('concern');
  await deps.workspace.tellHeld({
    contribution,
    title: await titleFor(deps, consultation, contribution.authorId),
    concernAnswer: isConcern ? deps.screenLists.concernAnswer : null,
  });
  if (isConcern) await tellReviewer(deps, { key });
  const toldAt = deps.now().toISOString();
  await deps.store.changeContribution(consultation.id, key, (current) =>
    current?.held != null && current.held.of.hash === of.hash ? toldOf(current, toldAt) : current,
  );
}

const toldOf = (current: Contribution, toldAt: string): Contribution => ({
  ...current,
  held: current.held && { ...current.held, toldAt },
});
