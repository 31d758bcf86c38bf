import { captured, type Reply } from '../domain/capture.ts';
import { takesReply } from '../domain/collecting.ts';
import type { Consultation } from '../domain/consultation.ts';
import { type Contribution, sentAt } from '../domain/contribution.ts';
import { textHash } from '../domain/text-hash.ts';
import type { Deps } from './deps.ts';
import { bySystem } from './use-case.ts';

export type RecordedReply =
  | { outcome: 'recorded'; contribution: Contribution; isNew: boolean }
  | { outcome: 'late' }
  | { outcome: 'not ours' };

/**
 * Records a message as it stands in Slack: a new reply in a theme thread, or the newer words of one that
 * is recorded. Resolves once it is durable. An edit reaches the record also after the close; a new reply
 * does not, and its author is told so once.
 */
export const recordReply = bySystem(async (deps: Deps, reply: Reply): Promise<RecordedReply> => {
  const place = await placeOf(deps, reply);
  if (place === null) return { outcome: 'not ours' };
  const { consultation, themeId, isKnown } = place;
  if (!isKnown && !takesReply(consultation, sentAt(reply.messageTs))) {
    if (await isFirstLateReply(deps, consultation, reply.authorId))
      deps.workspace.tellLate(consultation, reply);
    return { outcome: 'late' };
  }
  const context = {
    consultation,
    themeId,
    cues: deps.cues,
    hash: textHash(reply.text),
    now: deps.now().toISOString(),
  };
  let isNew = false;
  const contribution = await deps.store.changeContribution(consultation.id, reply, (current) => {
    isNew = current === null;
    return captured(current, reply, context);
  });
  if (contribution === null) return { outcome: 'not ours' };
  if (isNew) deps.workspace.tick(reply);
  return { outcome: 'recorded', contribution, isNew };
});

async function placeOf(deps: Deps, reply: Reply) {
  const known = await deps.store.findContribution(reply);
  if (known !== null) {
    const consultation = await deps.store.findConsultation(known.consultationId);
    return consultation && { consultation, themeId: known.themeId, isKnown: true };
  }
  const { teamId, channelId, threadTs } = reply;
  const consultation = await deps.store.findConsultationByThread(teamId, channelId, threadTs);
  const theme = consultation?.themes.find((one) => one.threadTs === threadTs);
  return consultation && theme ? { consultation, themeId: theme.id, isKnown: false } : null;
}

async function isFirstLateReply(deps: Deps, { id }: Consultation, authorId: string): Promise<boolean> {
  let isFirst = false;
  await deps.store.changeConsultation(id, (current) => {
    isFirst = !current.lateNoticeTo.includes(authorId);
    return isFirst ? { ...current, lateNoticeTo: [...current.lateNoticeTo, authorId] } : current;
  });
  return isFirst;
}
