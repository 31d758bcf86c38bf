import { removed } from '../domain/capture.ts';
import type { ContributionKey } from '../domain/contribution.ts';
import type { Deps } from './deps.ts';
import { onContribution } from './use-case.ts';

/** Takes an author's words out of our record for good; the message in Slack stays. */
export const withdrawContribution = onContribution(
  'contribution.withdraw',
  async (deps: Deps, { consultation, contribution }, _input: { key: ContributionKey }): Promise<void> => {
    await deps.store.changeContribution(
      consultation.id,
      contribution,
      (current) => current && removed(current),
    );
  },
);
