import type { LoggedAction } from '../domain/action-log.ts';
import { captured, type Reply } from '../domain/capture.ts';
import { takesReply } from '../domain/collecting.ts';
import type { Consultation } from '../domain/consultation.ts';
import { type Contribution, hasWords, sentAt } from '../domain/contribution.ts';
import { captureContext } from './capture-context.ts';
import type { Deps } from './deps.ts';
import { erasedMeanwhile, isErasedByAuthor } from './erased-meanwhile.ts';
import { lineOn } from './note-action.ts';
import { bySystem } from './use-case.ts';
import type { Mark } from './workspace.ts';

/** `isNews`: this message made it so; otherwise it was so before. `isEdited`: only its words are new. */
export type RecordedReply =
  | { outcome: 'recorded' | 'held'; contribution: Contribution; isNews: boolean; isEdited: boolean }
  | { outcome: 'late'; consultation: Consultation }
  | { outcome: 'not ours' };

/**
 * Records a message as it stands in Slack: a new reply in a theme thread, or the newer words of one that
 * is recorded. Resolves once it is durable. What the screen blocks is held, its words kept nowhere. An edit
 * reaches the record also after the close; a new reply does not, and its author is told so once.
 */
export const recordReply = bySystem((deps: Deps, reply: Reply) => counted(deps, reply, false));

/** The same of a message that was read in Slack just now. */
export const recordFound = bySystem((deps: Deps, reply: Reply) => counted(deps, reply, true));

async function counted(deps: Deps, reply: Reply, isRead: boolean): Promise<RecordedReply> {
  const result = await record(deps, reply, isRead);
  deps.onCaptured(reply, result);
  return result;
}

async function record(deps: Deps, reply: Reply, isRead: boolean): Promise<RecordedReply> {
  const place = await placeOf(deps, reply);
  if (place === null || (await isErasedByAuthor(deps, reply))) return { outcome: 'not ours' };
  const { consultation, themeId, isKnown } = place;
  if (!isKnown && !takesReply(consultation, sentAt(reply.messageTs))) {
    await tellLateOnce(deps, consultation, reply);
    return { outcome: 'late', consultation };
  }
  const context = captureContext(deps, consultation, themeId, reply, isRead);
  let before: Contribution | null = null;
  const contribution = await deps.store.changeContribution(
    consultation.id,
    reply,
    (current) => {
      before = current;
      return captured(current, reply, context);
    },
    (earlier, now) => linesOn(deps, earlier, now),
  );
  if (contribution === null) return { outcome: 'not ours' };
  if (await erasedMeanwhile(deps, contribution)) return { outcome: 'not ours' };
  return followUp(deps, before, contribution);
}

/** The mark on the message, where something changed. */
function followUp(deps: Deps, before: Contribution | null, contribution: Contribution): RecordedReply {
  const outcome = contribution.state === 'held' ? 'held' : 'recorded';
  const what = newsOf(before, contribution);
  const isNews = what === 'held' || what === 'recorded';
  if (isNews) deps.workspace.mark(contribution, what, before && otherMark(before, what));
  return { outcome, contribution, isNews, isEdited: what === 'edited' };
}

function linesOn(deps: Deps, before: Contribution | null, now: Contribution): LoggedAction[] {
  const what = newsOf(before, now);
  return what === null ? [] : [lineOn(deps, now, what, what === 'held' ? null : now.authorId)];
}

/** What the log says of a change; null when nothing changed. */
function newsOf(before: Contribution | null, now: Contribution): 'recorded' | 'edited' | 'held' | null {
  if (now.state === 'held') return before?.held?.of.hash === now.held?.of.hash ? null : 'held';
  if (!hasWords(now)) return null;
  if (before === null || before.state === 'held') return 'recorded';
  return before.hash === now.hash ? null : 'edited';
}

/** The mark that stands there from before, unless it is the one to stand now. */
function otherMark(before: Contribution, now: Mark): Mark | null {
  if (before.state === 'held') return now === 'held' ? null : 'held';
  return hasWords(before) ? 'recorded' : null;
}

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

async function tellLateOnce(deps: Deps, consultation: Consultation, reply: Reply): Promise<void> {
  const { id } = consultation;
  const { authorId } = reply;
  let isFirst = false;
  await deps.store.changeConsultation(id, (current) => {
    isFirst = !current.lateNoticeTo.includes(authorId);
    return isFirst ? { ...current, lateNoticeTo: [...current.lateNoticeTo, authorId] } : current;
  });
  if (isFirst) deps.workspace.tellLate(consultation, reply, () => forgetLateNotice(deps, id, authorId));
}

/** So that the next reading tells them. */
const forgetLateNotice = ({ store }: Deps, id: string, authorId: string): Promise<unknown> =>
  store.changeConsultation(id, (current) => ({
    ...current,
    lateNoticeTo: current.lateNoticeTo.filter((userId) => userId !== authorId),
  }));
