import type { Contribution, Held } from '../domain/contribution.ts';
import { UserError } from '../domain/errors.ts';
import { changeHeld, type HeldReply } from './change-held.ts';
import type { Deps } from './deps.ts';
import { lineOn } from './note-action.ts';
import { onContribution } from './use-case.ts';

/** The reviewer's word that a reply stays held. Throws a UserError when it is held no longer, or was answered already. */
export const keepHeld = onContribution(
  'held.decide',
  async (deps: Deps, { contribution }, { seal }: HeldReply, actor): Promise<Contribution> => {
    const now = deps.now().toISOString();
    return changeHeld(
      deps,
      contribution,
      seal,
      (current) => ({ ...current, held: { ...current.held, appeal: refused(current.held.appeal, now) } }),
      lineOn(deps, contribution, 'kept held', actor.userId),
    );
  },
);

function refused(appeal: Held['appeal'], refusedAt: string): Held['appeal'] {
  if (appeal?.refusedAt != null)
    throw new UserError('Its author was told already that this reply stays held.');
  return appeal && { ...appeal, refusedAt };
}
