import { clearedAs, screenedWords } from '../domain/capture.ts';
import type { Contribution } from '../domain/contribution.ts';
import { UserError } from '../domain/errors.ts';
import { isSealed } from '../domain/text-hash.ts';
import { captureContext } from './capture-context.ts';
import { changeHeld, type HeldReply, heldFor } from './change-held.ts';
import type { Deps } from './deps.ts';
import { markMissing } from './mark-missing.ts';
import { lineOn } from './note-action.ts';
import { recordFound } from './record-reply.ts';
import { onContribution } from './use-case.ts';
import type { FoundReply } from './workspace.ts';

/** cleared: recorded as it stands. changed: other words stand there now, and were looked at. gone: from Slack. */
export type Clearing = { outcome: 'cleared' | 'changed' | 'gone'; contribution: Contribution };

/**
 * The reviewer's word that a held reply is not about a person: it is read again from Slack and recorded, if it still
 * says what was held. Throws a UserError when it is held no longer, or for other words than the reviewer saw.
 */
export const clearHeld = onContribution(
  'held.decide',
  async (deps: Deps, { consultation, contribution }, { seal }: HeldReply, actor): Promise<Clearing> => {
    const { held } = heldFor(contribution, seal);
    const found = await readAgain(deps, contribution);
    if (found === null) {
      await markMissing(deps, contribution);
      return { outcome: 'gone', contribution };
    }
    if (!isSealed(screenedWords(found.reply), held.of)) {
      await recordFound(deps, found.reply);
      return { outcome: 'changed', contribution };
    }
    const context = captureContext(deps, consultation, contribution.themeId, found.reply, true);
    const now = await changeHeld(
      deps,
      contribution,
      seal,
      (current) => {
        const { types, of, appeal } = current.held;
        const cleared = { types, of, by: actor.userId, at: context.now, reason: appeal?.reason ?? '' };
        return clearedAs(current, found.reply, cleared, context);
      },
      lineOn(deps, contribution, 'cleared', actor.userId),
    );
    deps.workspace.mark(now, 'recorded', 'held');
    return { outcome: 'cleared', contribution: now };
  },
);

async function readAgain({ workspace }: Deps, contribution: Contribution): Promise<FoundReply | null> {
  const { channelId, messageTs, threadTs } = contribution;
  try {
    return await workspace.readMessage(channelId, messageTs, threadTs);
  } catch (cause) {
    throw new UserError(
      'Slack did not give the reply just now, so nothing was recorded. Try again in a minute.',
      { cause },
    );
  }
}
