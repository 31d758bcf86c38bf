import { type Contribution, hasWords } from '../domain/contribution.ts';
import { UserError } from '../domain/errors.ts';
import type { Deps } from './deps.ts';

const GONE = 'This reply was withdrawn, deleted or held meanwhile, so nothing was changed.';
const CHANGED =
  'Somebody changed this contribution since you opened the form. Nothing was saved: open it again to see it.';

/** Changes a contribution that still has its words. Throws a UserError when they went meanwhile, or when another form was saved first: `version` is what the form was opened with. */
export const changeStanding = (
  { store }: Pick<Deps, 'store'>,
  contribution: Contribution,
  version: number,
  change: (current: Contribution) => Contribution,
): Promise<Contribution | null> =>
  store.changeContribution(contribution.consultationId, contribution, (current) => {
    if (current === null || !hasWords(current)) throw new UserError(GONE);
    if (current.version !== version) throw new UserError(CHANGED);
    return { ...change(current), version: version + 1 };
  });
