import { endorsedAsFound } from '../domain/endorse.ts';
import type { Deps } from './deps.ts';
import { recordReply } from './record-reply.ts';
import { removeReply } from './remove-reply.ts';
import { bySystem } from './use-case.ts';
import type { ThreadMessage } from './workspace.ts';

/** Makes the record agree with one message as a reading found it: its words, its endorsements, its mark. */
export const takeIn = bySystem(async (deps: Deps, message: ThreadMessage): Promise<void> => {
  if (message.found === 'deleted') {
    await removeReply(deps, { ...message.key, threadTs: null, authorId: null });
    return;
  }
  const result = await recordReply(deps, message.reply);
  if (result.outcome !== 'recorded' || result.contribution.state === 'removed') return;
  const { consultationId, reactions } = result.contribution;
  if (reactions.length > 0 || message.reactions.reactions.length > 0) {
    await deps.store.changeContribution(
      consultationId,
      message.reply,
      (current) => current && endorsedAsFound(current, message.reactions, deps.cues),
    );
  }
  if (!message.isTicked && !result.isNew) deps.workspace.tick(message.reply);
});
