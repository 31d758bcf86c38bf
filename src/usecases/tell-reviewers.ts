import { type Consultation, reviewerOf } from '../domain/consultation.ts';
import type { Deps } from './deps.ts';
import { titleFor } from './title-for.ts';
import { bySystem } from './use-case.ts';

/** Tells the former and the new safeguarding reviewer of a change, one whatever becomes of the other; rejects when Slack did not take one. */
export const tellReviewers = bySystem(
  async (deps: Deps, { before, now }: { before: Consultation; now: Consultation }): Promise<void> => {
    const tell = async (userId: string, isNow: boolean) =>
      deps.workspace.tellReviewing(userId, now, await titleFor(deps, now, userId), isNow);
    const told = await Promise.allSettled([tell(reviewerOf(before), false), tell(reviewerOf(now), true)]);
    for (const one of told) if (one.status === 'rejected') throw one.reason;
  },
);
