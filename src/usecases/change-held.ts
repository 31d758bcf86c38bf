import type { LoggedAction } from '../domain/action-log.ts';
import { type Contribution, type ContributionKey, type Held, sealOf } from '../domain/contribution.ts';
import { UserError } from '../domain/errors.ts';
import type { Deps } from './deps.ts';

/** A held reply as a button names it; `seal`: of the words that were held when the button was shown. */
export type HeldReply = { key: ContributionKey; seal: string };
type HeldContribution = Contribution & { held: Held };

const OTHERWISE =
  'This reply is no longer held as it was then: it was edited, decided on, withdrawn or deleted meanwhile. Nothing was changed.';

/** The contribution, when it is held for these very words. Throws a UserError otherwise. */
export function heldFor(contribution: Contribution | null, seal: string): HeldContribution {
  const { held } = contribution ?? { held: null };
  if (contribution === null || held === null || sealOf(held) !== seal) throw new UserError(OTHERWISE);
  return { ...contribution, held };
}

/** Changes a contribution that is still held for these very words, with the line that tells of it. Throws a UserError otherwise, with nothing changed. */
export async function changeHeld(
  { store }: Pick<Deps, 'store'>,
  contribution: Contribution,
  seal: string,
  change: (current: HeldContribution) => Contribution,
  line: LoggedAction,
): Promise<Contribution> {
  const changed = await store.changeContribution(
    contribution.consultationId,
    contribution,
    (current) => change(heldFor(current, seal)),
    () => [line],
  );
  if (changed === null) throw new Error('A contribution that was just changed is not there.');
  return changed;
}
