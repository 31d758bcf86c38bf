import { isLate } from './collecting.ts';
import type { Consultation } from './consultation.ts';
import { type Contribution, sentAt } from './contribution.ts';
import type { Cues } from './cues.ts';
import { holdBackCue, isChatter, kindOf } from './read-cues.ts';

/** A message as it stands in Slack at some moment, its words already Markdown. */
export type Reply = Pick<
  Contribution,
  'teamId' | 'channelId' | 'threadTs' | 'messageTs' | 'authorId' | 'text' | 'files' | 'editedTs'
>;

/** Where a reply belongs and what it is read with. `hash` is of its text; `now` is UTC ISO. */
export type CaptureContext = {
  consultation: Consultation;
  themeId: string;
  cues: Cues;
  hash: string;
  now: string;
};

/**
 * The contribution that a reply makes, or what it makes of the one there is. Deliveries may repeat and
 * reorder: a text older than the one recorded (by Slack's edited.ts) changes nothing, and a removed
 * contribution stays removed.
 */
export function captured(current: Contribution | null, reply: Reply, context: CaptureContext): Contribution {
  if (current === null) return firstRecord(reply, context);
  if (current.state === 'removed') return current;
  const standing: Contribution = current.state === 'missing' ? { ...current, state: 'standing' } : current;
  if (!isNewer(reply.editedTs, current.editedTs)) return standing;
  const { files, editedTs } = reply;
  return context.hash === current.hash ? { ...standing, files, editedTs } : revised(standing, reply, context);
}

const isNewer = (editedTs: string | null, recorded: string | null): boolean =>
  editedTs !== null && (recorded === null || Number(editedTs) > Number(recorded));

function firstRecord(reply: Reply, { consultation, themeId, cues, hash, now }: CaptureContext): Contribution {
  return {
    ...reply,
    consultationId: consultation.id,
    themeId,
    addedBy: null,
    hash,
    ...wordsOf(reply, cues),
    late: isLate(consultation, sentAt(reply.messageTs)),
    state: 'standing',
    use: useOf(reply.text, cues),
    wording: null,
    endorsers: [],
    reactions: [],
    revisions: [],
    recordedAt: now,
  };
}

function revised(current: Contribution, reply: Reply, { cues, hash, now }: CaptureContext): Contribution {
  const earlier = { text: current.text, editedTs: current.editedTs, replacedAt: now };
  const read = wordsOf(reply, cues);
  const asked = useOf(reply.text, cues);
  const undecided = current.use.decidedBy === null;
  return {
    ...current,
    text: reply.text,
    files: reply.files,
    hash,
    editedTs: reply.editedTs,
    chatter: read.chatter,
    ...(current.kindFrom === 'person' ? {} : { kind: read.kind, kindFrom: read.kindFrom }),
    // New words that ask to be held back reopen what an editor decided on the old ones.
    use: undecided || !asked.inSubmission ? asked : current.use,
    revisions: [...current.revisions, earlier],
  };
}

function wordsOf({ text, files }: Reply, cues: Cues): Pick<Contribution, 'kind' | 'kindFrom' | 'chatter'> {
  const kind = kindOf(text, cues);
  return {
    kind,
    kindFrom: kind === null ? null : 'words',
    chatter: files.length === 0 && isChatter(text, cues),
  };
}

function useOf(text: string, cues: Cues): Contribution['use'] {
  const cue = holdBackCue(text, cues);
  return {
    inSubmission: cue === null,
    reason: cue === null ? '' : `The reply says “${cue}”`,
    decidedBy: null,
  };
}

/** Its words and revisions gone at once; key, times and hash stay, so that nothing brings the text back. */
export const removed = (current: Contribution): Contribution => ({
  ...current,
  state: 'removed',
  text: '',
  files: [],
  use: { inSubmission: true, reason: '', decidedBy: null },
  wording: null,
  revisions: [],
  endorsers: [],
  reactions: [],
});

/** What is kept of a message that was deleted before it was ever recorded: enough to keep it out. */
export const removedUnseen = (
  reply: Omit<Reply, 'text' | 'files' | 'editedTs'>,
  context: Omit<CaptureContext, 'hash'>,
): Contribution =>
  removed(firstRecord({ ...reply, text: '', files: [], editedTs: null }, { ...context, hash: '' }));

/** No longer in Slack at a complete reading; retention does that, so an editor decides, also where one had said yes. */
export function missing(current: Contribution): Contribution {
  if (current.state !== 'standing') return current;
  const { use } = current;
  return { ...current, state: 'missing', use: use.inSubmission ? { ...use, decidedBy: null } : use };
}
