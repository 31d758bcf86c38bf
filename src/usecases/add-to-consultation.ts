import { type CaptureContext, captured, type Reply } from '../domain/capture.ts';
import { isCollecting } from '../domain/collecting.ts';
import type { Consultation } from '../domain/consultation.ts';
import { type Contribution, contributionRef, hasWords } from '../domain/contribution.ts';
import { endorsedAsFound } from '../domain/endorse.ts';
import { withoutErased } from '../domain/erasure.ts';
import { UserError } from '../domain/errors.ts';
import type { Actor } from '../domain/person.ts';
import { isBlocked, saidTypes, typesOf } from '../domain/screening/finding.ts';
import { captureContext } from './capture-context.ts';
import type { Deps } from './deps.ts';
import { erasedMeanwhile, isErasedByAuthor } from './erased-meanwhile.ts';
import { erasedReactors } from './erased-reactors.ts';
import { lineOn } from './note-action.ts';
import { titleFor } from './title-for.ts';
import { onConsultation } from './use-case.ts';
import type { FoundReply } from './workspace.ts';

export type AddedMessage = {
  consultationId: string;
  themeId: string;
  channelId: string;
  messageTs: string;
  threadTs: string | null;
};

/**
 * Brings a message from anywhere in the workspace into a consultation. Nothing from direct messages; from
 * another private channel only by its author. An author who did not do it is told, and can withdraw.
 */
export const addToConsultation = onConsultation(
  'contribution.add',
  async (deps: Deps, consultation, input: AddedMessage, actor): Promise<Contribution> => {
    return deps.store.alone(`add ${contributionRef(input)}`, () => add(deps, consultation, input, actor));
  },
);

async function add(
  deps: Deps,
  consultation: Consultation,
  input: AddedMessage,
  actor: Actor,
): Promise<Contribution> {
  refuseUnlessTaken(consultation, input.themeId, deps.now().toISOString());
  const { reply, reactions } = await readable(deps, consultation, input, actor.userId);
  await refuseIfKnown(deps, reply);
  const context = captureContext(deps, consultation, input.themeId, reply, true);
  refuseIfBlocked(deps, context);
  const addedBy = reply.authorId === actor.userId ? null : actor.userId;
  // Told first: nobody's words are ever recorded on a colleague's say without their knowing.
  if (addedBy !== null) await tellAuthor(deps, consultation, reply, addedBy);
  const found = withoutErased(reactions, NONE_KNOWN, await erasedReactors(deps, reactions));
  const added = await deps.store.changeContribution(
    consultation.id,
    reply,
    (current) =>
      current === null
        ? endorsedAsFound({ ...captured(null, reply, context), addedBy }, found, deps.cues)
        : current,
    (_, now) => [lineOn(deps, now, 'added', actor.userId)],
  );
  if (added === null) throw new Error('A contribution that was just recorded is not there.');
  if (!hasWords(added) || (await erasedMeanwhile(deps, added))) throw new UserError(STAYS_OUT);
  deps.workspace.mark(reply, 'recorded');
  return added;
}

const NONE_KNOWN = { reactions: [] };
const STAYS_OUT = 'This message is not to be recorded, so it stays out.';

async function refuseIfKnown(deps: Deps, reply: Reply): Promise<void> {
  const known = await deps.store.findContribution(reply);
  if (known !== null && hasWords(known))
    throw new UserError('This message is recorded already. Use “Edit contribution” to change it.');
  if (known !== null || (await isErasedByAuthor(deps, reply))) throw new UserError(STAYS_OUT);
}

/** Whoever adds it can do nothing about its words: nothing of it is kept. */
function refuseIfBlocked({ screenLists }: Deps, context: CaptureContext): void {
  const findings = context.findings();
  if (!isBlocked(findings)) return;
  const types = typesOf(findings);
  const next = types.includes('concern')
    ? screenLists.concernAnswer
    : 'Ask its author to take that out first.';
  throw new UserError(`This message seems to hold ${saidTypes(types)}, so it was not added. ${next}`);
}

async function tellAuthor(
  deps: Deps,
  consultation: Consultation,
  reply: Reply,
  addedBy: string,
): Promise<void> {
  try {
    await deps.workspace.tellAdded(reply, addedBy, await titleFor(deps, consultation, reply.authorId));
  } catch (cause) {
    throw new UserError(
      'Its author could not be told just now, so the message was not added. Try again in a minute.',
      {
        cause,
      },
    );
  }
}

function refuseUnlessTaken(consultation: Consultation, themeId: string, now: string): void {
  if (!isCollecting(consultation, now)) {
    throw new UserError('This consultation takes no more replies. Ask its lead to reopen it.');
  }
  if (!consultation.themes.some(({ id }) => id === themeId)) {
    throw new UserError('That theme is not part of this consultation. Choose one of its themes.');
  }
}

async function readable(
  { workspace }: Deps,
  consultation: Consultation,
  { channelId, messageTs, threadTs }: AddedMessage,
  userId: string,
): Promise<FoundReply> {
  const source = await workspace.channelKind(channelId);
  if (source === 'direct')
    throw new UserError('Direct messages stay private: nothing from them can be added.');
  const found = await workspace.readMessage(channelId, messageTs, threadTs);
  const isElsewhere = channelId !== consultation.channelId;
  if (source === 'private' && isElsewhere && found?.reply.authorId !== userId) {
    throw new UserError('This message is in another private channel, so only its author can add it.');
  }
  if (found === null)
    throw new UserError('That message is gone, or nobody of this workspace wrote it, so it was not added.');
  return found;
}
