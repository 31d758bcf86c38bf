import type { Contribution } from '../domain/contribution.ts';
import { UserError } from '../domain/errors.ts';
import type { Deps } from './deps.ts';

const GONE = 'This reply was withdrawn or deleted meanwhile, so nothing was changed.';

/** Changes a contribution that still has its words. Throws a UserError when they went meanwhile: nothing is ever written into a removed one. */
export const changeStanding = (
  { store }: Pick<Deps, 'store'>,
  contribution: Contribution,
  change: (current: Contribution) => Contribution,
): Promise<Contribution | null> =>
  store.changeContribution(contribution.consultationId, contribution, (current) => {
    if (current === null || current.state === 'removed') throw new UserError(GONE);
    return change(current);
  });
