import { type ContributionKey, hasWords } from '../domain/contribution.ts';
import { UserError } from '../domain/errors.ts';
import type { Deps } from './deps.ts';
import { type FoundContribution, onContribution } from './use-case.ts';

/** A contribution with what the person may do to it, for the form that edits it. */
export const openContribution = onContribution(
  'contribution.sort',
  async (
    _deps: Deps,
    found: FoundContribution,
    _input: { key: ContributionKey },
  ): Promise<FoundContribution> => {
    const { contribution } = found;
    if (!hasWords(contribution) && contribution.state !== 'held')
      throw new UserError('This reply was withdrawn, so there is nothing left to edit.');
    return found;
  },
);
