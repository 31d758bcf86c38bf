import { type Contribution, hasWords } from '../domain/contribution.ts';
import { endorsedAsFound } from '../domain/endorse.ts';
import { withoutErased } from '../domain/erasure.ts';
import type { Deps } from './deps.ts';
import { erasedReactors } from './erased-reactors.ts';
import { recordFound } from './record-reply.ts';
import { removeReply } from './remove-reply.ts';
import { tellHeld } from './tell-held.ts';
import { tellLateConcern } from './tell-late-concern.ts';
import { bySystem } from './use-case.ts';
import type { FoundReply, ThreadMessage } from './workspace.ts';

/** Makes the record agree with one message as a reading found it: its words, its endorsements, its mark, and what its author must be told. */
export const takeIn = bySystem(async (deps: Deps, message: ThreadMessage): Promise<void> => {
  if (message.found === 'deleted') {
    await removeReply(deps, { ...message.key, threadTs: null, authorId: null });
    return;
  }
  const result = await recordFound(deps, message.reply);
  if (result.outcome === 'not ours') return;
  if (result.outcome === 'late') {
    await tellLateConcern(deps, { ...result, reply: message.reply });
    return;
  }
  const { contribution, outcome, isNews } = result;
  if (outcome === 'recorded' && !hasWords(contribution)) return;
  if (outcome === 'held') await tellHeld(deps, { key: contribution });
  // Most readings bring nothing new, and need not ask who was erased.
  if (endorsedAsFound(contribution, message.reactions, deps.cues) !== contribution) {
    const erasedIds = await erasedReactors(deps, message.reactions);
    await deps.store.changeContribution(
      contribution.consultationId,
      message.reply,
      (current) =>
        current && endorsedAsFound(current, withoutErased(message.reactions, current, erasedIds), deps.cues),
    );
  }
  const other = message.marks.find((mark) => mark !== outcome) ?? null;
  const isMarked = message.marks.includes(outcome) && other === null;
  if (!isMarked && !isNews && !isRecordedSince(contribution, message))
    deps.workspace.mark(message.reply, outcome, other);
});

/** A reading does not see the mark of what was recorded after it began; whoever recorded it sees to that. */
const isRecordedSince = ({ recordedAt }: Contribution, { reactions }: FoundReply): boolean =>
  Date.parse(recordedAt) >= Number(reactions.readTs) * 1_000;
