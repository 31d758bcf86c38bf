import type { Contribution, ContributionKey } from '../domain/contribution.ts';
import { changeStanding } from './change-standing.ts';
import type { Deps } from './deps.ts';
import { onContribution } from './use-case.ts';

/** What an editor says of a contribution. */
export type Decision = {
  key: ContributionKey;
  /** null: not decided now. */
  inSubmission: boolean | null;
  reason: string;
  /** `ofHash`: of the text that the editor saw. null: the words stand as they are. */
  wording: { typed: string; text: string; ofHash: string } | null;
};

/** An editor's decision on whether, and in which words, a contribution stands in the submission. */
export const decideContribution = onContribution(
  'contribution.decide',
  async (deps: Deps, { contribution }, decision: Decision, actor): Promise<void> => {
    const { wording } = decision;
    await changeStanding(deps, contribution, (current) => ({
      ...current,
      use: usedAs(current, decision, actor.userId),
      wording: wording && { ...wording, by: actor.userId },
    }));
  },
);

function usedAs(
  { use, state }: Contribution,
  { inSubmission, reason }: Decision,
  userId: string,
): Contribution['use'] {
  const isAsItWas = inSubmission && use.inSubmission && state === 'standing';
  return inSubmission === null || isAsItWas ? use : { inSubmission, reason, decidedBy: userId };
}
