import { UserError } from '../domain/errors.ts';
import { changeHeld, type HeldReply } from './change-held.ts';
import type { Deps } from './deps.ts';
import { lineOn } from './note-action.ts';
import { refuseBlocked } from './refuse-blocked.ts';
import { onContribution } from './use-case.ts';

/**
 * Keeps, once, why the author of a held reply says that it is not about a person; tellReviewer passes it on. The
 * reason is screened as the reply was: it throws a FieldError for what may not be kept.
 */
export const appealHeld = onContribution(
  'contribution.appeal',
  async (
    deps: Deps,
    { consultation, contribution },
    { seal, reason }: HeldReply & { reason: string },
    actor,
  ): Promise<void> => {
    refuseBlocked(deps, consultation, { reason });
    const at = deps.now().toISOString();
    await changeHeld(
      deps,
      contribution,
      seal,
      (current) => {
        if (current.held.appeal !== null) throw new UserError(SAID_ALREADY);
        return { ...current, held: { ...current.held, appeal: { reason, at, refusedAt: null } } };
      },
      lineOn(deps, contribution, 'appealed', actor.userId),
    );
  },
);

const SAID_ALREADY =
  'The safeguarding reviewer has your reason already. If you edit the reply in Slack, it is looked at again.';
