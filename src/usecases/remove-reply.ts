import type { LoggedAction } from '../domain/action-log.ts';
import { removedUnseen } from '../domain/capture.ts';
import type { Contribution, ContributionKey } from '../domain/contribution.ts';
import { removed } from '../domain/taken-back.ts';
import type { Deps } from './deps.ts';
import { lineOn } from './note-action.ts';
import { bySystem } from './use-case.ts';

/** A message that was deleted in Slack; thread and author are known when Slack says what stood there. */
export type DeletedMessage = ContributionKey & { threadTs: string | null; authorId: string | null };

/**
 * Takes a deleted message's words out of the record for good. A deletion that overtakes its message leaves
 * a wordless trace, so that the message is not recorded when it arrives.
 */
export const removeReply = bySystem(async (deps: Deps, message: DeletedMessage): Promise<void> => {
  const { teamId, channelId, messageTs, threadTs, authorId } = message;
  const known = await deps.store.findContribution(message);
  if (known !== null) {
    await deps.store.changeContribution(
      known.consultationId,
      message,
      (current) => current && removed(current),
      telling(deps),
    );
    return;
  }
  if (threadTs === null) return;
  const consultation = await deps.store.findConsultationByThread(teamId, channelId, threadTs);
  const theme = consultation?.themes.find((one) => one.threadTs === threadTs);
  if (!consultation || !theme) return;
  const trace = removedUnseen(
    { teamId, channelId, threadTs, messageTs, authorId: authorId ?? '' },
    { consultation, themeId: theme.id, now: deps.now().toISOString() },
  );
  await deps.store.changeContribution(
    consultation.id,
    message,
    (current) => (current ? removed(current) : trace),
    telling(deps),
  );
});

/** Slack does not say who deleted it: its author, or an admin. Of what nobody had recorded there is nothing to tell. */
const telling =
  (deps: Deps) =>
  (before: Contribution | null, now: Contribution): LoggedAction[] =>
    before === null || before.state === 'removed' || before.state === 'erased'
      ? []
      : [lineOn(deps, now, 'deleted', null)];
