import type { Contribution, ContributionKey } from '../domain/contribution.ts';
import type { Deps } from './deps.ts';
import { onContribution } from './use-case.ts';

/** `ofHash`: of the text that the editor saw; null wording: the words stand as they are. */
export type Decision = {
  key: ContributionKey;
  inSubmission: boolean;
  reason: string;
  wording: { typed: string; text: string; ofHash: string } | null;
};

/** An editor's decision on whether, and in which words, a contribution stands in the submission. */
export const decideContribution = onContribution(
  'contribution.decide',
  async (
    deps: Deps,
    { consultation, contribution },
    input: Decision,
    actor,
  ): Promise<Contribution | null> => {
    const { inSubmission, reason, wording } = input;
    return deps.store.changeContribution(
      consultation.id,
      contribution,
      (current) =>
        current && {
          ...current,
          use: { inSubmission, reason, decidedBy: actor.userId },
          wording: wording && { ...wording, by: actor.userId },
        },
    );
  },
);
