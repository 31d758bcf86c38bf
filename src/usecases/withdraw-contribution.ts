import type { ContributionKey } from '../domain/contribution.ts';
import { removed } from '../domain/taken-back.ts';
import type { Deps } from './deps.ts';
import { lineOn } from './note-action.ts';
import { onContribution } from './use-case.ts';

/** Takes an author's words out of our record for good; the message in Slack stays. */
export const withdrawContribution = onContribution(
  'contribution.withdraw',
  async (
    deps: Deps,
    { consultation, contribution },
    _input: { key: ContributionKey },
    actor,
  ): Promise<void> => {
    await deps.store.changeContribution(
      consultation.id,
      contribution,
      (current) => current && removed(current),
      (before) => (before?.state === 'removed' ? [] : [lineOn(deps, contribution, 'withdrew', actor.userId)]),
    );
    deps.workspace.mark(contribution, null, contribution.state === 'held' ? 'held' : 'recorded');
  },
);
