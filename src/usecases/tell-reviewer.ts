import { reviewerOf } from '../domain/consultation.ts';
import type { ContributionKey } from '../domain/contribution.ts';
import type { Deps } from './deps.ts';
import { bySystem } from './use-case.ts';

/**
 * Tells the safeguarding reviewer that a held reply waits for them. Where they have left the channel, and so may see
 * nothing of it, the lead is told that nobody looks. Rejects when Slack does not take it.
 */
export const tellReviewer = bySystem(async (deps: Deps, { key }: { key: ContributionKey }): Promise<void> => {
  const contribution = await deps.store.findContribution(key);
  const consultation = contribution && (await deps.store.findConsultation(contribution.consultationId));
  if (contribution?.held == null || consultation === null) return;
  const isThere = (userId: string) => deps.workspace.isMember(consultation.channelId, userId);
  if (await isThere(reviewerOf(consultation))) return deps.workspace.tellReviewer(consultation, contribution);
  if (await isThere(consultation.leadId)) await deps.workspace.tellNoReviewer(consultation);
});
