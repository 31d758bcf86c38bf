import { isDeepStrictEqual } from 'node:util';
import { isLate } from './collecting.ts';
import type { Consultation } from './consultation.ts';
import { type Contribution, sentAt } from './contribution.ts';
import type { Cues } from './cues.ts';
import { lookedAt, useWhileHeld } from './looked-at.ts';
import { isChatter, kindOf } from './read-cues.ts';
import { type Finding, isBlocked, typesOf } from './screening/finding.ts';
import { removed, withoutWords } from './taken-back.ts';
import { isSealed, sealedHash } from './text-hash.ts';

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
  /** Of the screen, in `screenedWords`; asked only for words that are new. */
  findings(): Finding[];
  /** Fresh, for words that are not kept. */
  salt: string;
  /** Whether this is how the message stood in Slack when it was read, not an event of its past. */
  isRead: boolean;
};

/** What the screen is given of a reply: its words and the names of its files. */
export const screenedWords = ({ text, files }: Pick<Reply, 'text' | 'files'>): string =>
  [text, ...files.map(({ name }) => name)].join('\n');

/**
 * The contribution that a reply makes, or what it makes of the one there is. Deliveries may repeat and
 * reorder: a text older than the one recorded (by Slack's edited.ts) changes nothing, and what was removed or
 * erased stays so. Words that the screen blocks are not in it: it is held.
 */
export function captured(current: Contribution | null, reply: Reply, context: CaptureContext): Contribution {
  if (current === null) return newRecord(reply, context);
  if (current.state === 'removed' || current.state === 'erased') return current;
  const found = foundInSlack(current);
  if (!isNewer(current, reply, context)) return found;
  const { files, editedTs } = reply;
  if (mustBeHeld(current, reply, context)) return heldAs(found, reply, context);
  if (current.state === 'held') return released(current, reply, context);
  if (context.hash !== current.hash) return revised(found, reply, context);
  const looked = isDeepStrictEqual(files, current.files) ? {} : screened(found, reply, context);
  return { ...found, files, editedTs, ...looked };
}

/** Slack dates edits by the second. Of two within one, only a reading can tell which came last: it finds that one standing. */
function isNewer(current: Contribution, reply: Reply, context: CaptureContext): boolean {
  if (reply.editedTs === null) return false;
  const [found, recorded] = [Number(reply.editedTs), Number(current.editedTs)];
  return found > recorded || (context.isRead && found === recorded && isOtherwise(current, reply, context));
}

const isOtherwise = (current: Contribution, reply: Reply, { hash }: CaptureContext): boolean =>
  current.held === null ? current.hash !== hash : !isSealed(screenedWords(reply), current.held.of);

function foundInSlack(current: Contribution): Contribution {
  if (current.held !== null && !current.held.isInSlack)
    return { ...current, held: { ...current.held, isInSlack: true } };
  return current.state === 'missing' ? { ...current, state: 'standing' } : current;
}

/** Blocked, and not the very words that the reviewer cleared. */
const mustBeHeld = (current: Contribution | null, reply: Reply, { findings }: CaptureContext): boolean =>
  isBlocked(findings()) && !isCleared(current, reply);

const isCleared = (current: Contribution | null, reply: Reply): boolean =>
  current?.cleared != null && isSealed(screenedWords(reply), current.cleared.of);

function newRecord(reply: Reply, context: CaptureContext): Contribution {
  const record = withWords(wordless(reply, context), reply, context);
  return mustBeHeld(null, reply, context) ? heldAs(record, reply, context) : record;
}

/** What is known of a message besides its words. */
function wordless(
  reply: Omit<Reply, 'text' | 'files' | 'editedTs'>,
  { consultation, themeId, now }: Pick<CaptureContext, 'consultation' | 'themeId' | 'now'>,
): Contribution {
  const { teamId, channelId, threadTs, messageTs, authorId } = reply;
  return {
    consultationId: consultation.id,
    teamId,
    channelId,
    threadTs,
    messageTs,
    themeId,
    authorId,
    addedBy: null,
    text: '',
    hash: '',
    files: [],
    kind: null,
    kindFrom: null,
    chatter: false,
    late: isLate(consultation, sentAt(messageTs)),
    state: 'standing',
    use: { inSubmission: true, reason: '', decidedBy: null },
    wording: null,
    endorsers: [],
    reactions: [],
    editedTs: null,
    revisions: [],
    recordedAt: now,
    version: 0,
    warnings: [],
    held: null,
    cleared: null,
  };
}

function withWords(current: Contribution, reply: Reply, context: CaptureContext): Contribution {
  const { text, files, editedTs } = reply;
  const kind = kindOf(text, context.cues);
  return {
    ...current,
    text,
    files,
    editedTs,
    hash: context.hash,
    chatter: files.length === 0 && isChatter(text, context.cues),
    ...(current.kindFrom === 'person' ? {} : { kind, kindFrom: kind === null ? null : ('words' as const) }),
    ...screened(current, reply, context),
  };
}

/** What the screen warns of, and whether the reply may be used before an editor has looked at it. */
const screened = (current: Contribution, reply: Reply, { cues, findings }: CaptureContext) =>
  lookedAt(current, reply.text, isCleared(current, reply) ? [] : warningsIn(findings()), cues);

const warningsIn = (findings: Finding[]) => typesOf(findings).filter((type) => type !== 'attribution');

function revised(current: Contribution, reply: Reply, context: CaptureContext): Contribution {
  const earlier = { text: current.text, editedTs: current.editedTs, replacedAt: context.now };
  return { ...withWords(current, reply, context), revisions: [...current.revisions, earlier] };
}

/** The same contribution with other words, which may be kept. */
const released = (current: Contribution, reply: Reply, context: CaptureContext): Contribution =>
  withWords({ ...current, state: 'standing', held: null }, reply, context);

/** The words that the reviewer cleared, recorded as they stand in Slack. */
export const clearedAs = (
  current: Contribution,
  reply: Reply,
  cleared: NonNullable<Contribution['cleared']>,
  context: CaptureContext,
): Contribution => released({ ...current, cleared }, reply, context);

/** Nothing of its words, older ones included; who endorsed it and what a person sorted stay for when it is released. */
function heldAs(current: Contribution, reply: Reply, { findings, salt, now }: CaptureContext): Contribution {
  const words = screenedWords(reply);
  const isSame = current.held !== null && isSealed(words, current.held.of);
  return {
    ...withoutWords(current),
    state: 'held',
    use: useWhileHeld(current),
    editedTs: reply.editedTs,
    hash: '',
    held: isSame
      ? current.held
      : {
          types: typesOf(findings()),
          of: sealedHash(words, salt),
          at: now,
          toldAt: null,
          reviewerToldAt: null,
          isInSlack: true,
          appeal: null,
        },
  };
}

/** What is kept of a message that was deleted before it was ever recorded: enough to keep it out. */
export const removedUnseen = (
  reply: Omit<Reply, 'text' | 'files' | 'editedTs'>,
  context: Pick<CaptureContext, 'consultation' | 'themeId' | 'now'>,
): Contribution => removed(wordless(reply, context));
