import { z } from 'zod';
import { findingTypeSchema } from './screening/finding.ts';

/** What a contribution is to the argument, in the order in which a submission prints them. */
export const kinds = ['position', 'concern', 'evidence', 'experience', 'recommendation', 'query'] as const;
export const kindSchema = z.enum(kinds);
export type Kind = z.infer<typeof kindSchema>;

const isoTime = z.iso.datetime();
/** Slack's message time stamp, "1616161616.000100": identity within a channel, and order. */
export const messageTsSchema = z.string().regex(/^\d{1,12}\.\d{6}$/);

/** Tells a text from another and cannot be turned back into it: salted, unlike `hash`. */
const sealedHashSchema = z.strictObject({ salt: z.string(), hash: z.string() });
export type SealedHash = z.infer<typeof sealedHashSchema>;

/** What is kept of a reply that the screen holds: what was found, never the words. */
const heldSchema = z.strictObject({
  types: z.array(findingTypeSchema).min(1),
  of: sealedHashSchema,
  at: isoTime,
  /** When its author was told; null until Slack took the message. */
  toldAt: isoTime.nullable(),
  /** When the reviewer was told of somebody who may be at risk; null until then, and where nobody seems to be. */
  reviewerToldAt: isoTime.nullable().default(null),
  /** Whether it stood in Slack at the last reading. */
  isInSlack: z.boolean(),
  /** Why its author says that it is not about a person, and what the reviewer answered. */
  appeal: z.strictObject({ reason: z.string(), at: isoTime, refusedAt: isoTime.nullable() }).nullable(),
});
export type Held = z.infer<typeof heldSchema>;

const clearedSchema = z.strictObject({
  types: z.array(findingTypeSchema).min(1),
  of: sealedHashSchema,
  by: z.string(),
  at: isoTime,
  /** Its author's, of the appeal; empty where there was none. */
  reason: z.string(),
});

export const contributionSchema = z.strictObject({
  consultationId: z.string(),
  teamId: z.string(),
  channelId: z.string(),
  threadTs: z.string(),
  messageTs: messageTsSchema,
  themeId: z.string(),
  authorId: z.string(),
  /** Who brought it in with "Add to consultation", when that was not its author. */
  addedBy: z.string().nullable(),
  /** Markdown, converted once at the door; a mention is a link to mention:<id>. Empty once removed. */
  text: z.string(),
  /** SHA-256 of text, hex. Kept when the words go, so that a removed text is never brought back. */
  hash: z.string(),
  files: z.array(z.strictObject({ name: z.string(), url: z.string() })),
  kind: kindSchema.nullable(),
  /** The reply's own first words, or a person's choice; a choice is never overruled by an edit. */
  kindFrom: z.enum(['words', 'person']).nullable(),
  /** Nothing but emoji or thanks: recorded, left out of every document. */
  chatter: z.boolean(),
  /** Sent after the deadline or while the consultation was closed, and picked up by a reopening. */
  late: z.boolean(),
  /**
   * missing: no longer in Slack at a complete reading, waits for an editor. Of the others no words are kept: held by
   * the screen, removed by its author, erased with all that says whose it was.
   */
  state: z.enum(['standing', 'missing', 'held', 'removed', 'erased']),
  /** Not in the submission and decided by nobody: it waits for an editor. */
  use: z.strictObject({ inSubmission: z.boolean(), reason: z.string(), decidedBy: z.string().nullable() }),
  /** An editor's wording in place of the text whose hash it names: as typed, and as the Markdown that is printed. */
  wording: z
    .strictObject({ typed: z.string(), text: z.string(), by: z.string(), ofHash: z.string() })
    .nullable(),
  /** Each person once, never the author: who has an endorsing reaction on it now. */
  endorsers: z.array(z.string()),
  /** The latest word of Slack on each endorsing reaction, so that events may reorder. */
  reactions: z.array(
    z.strictObject({ userId: z.string(), reaction: z.string(), on: z.boolean(), eventTs: z.string() }),
  ),
  /** Slack's edited.ts of the text above; null when never edited. */
  editedTs: z.string().nullable(),
  revisions: z.array(
    z.strictObject({ text: z.string(), editedTs: z.string().nullable(), replacedAt: isoTime }),
  ),
  recordedAt: isoTime,
  /** Counts what people changed by forms, so that a form that is older, or sent twice, changes nothing. */
  version: z.number().int().default(0),
  /** What the screen found in the words above that an editor must look at. */
  warnings: z.array(findingTypeSchema).default([]),
  /** Why its words are not kept; null unless it is held. */
  held: heldSchema.nullable().default(null),
  /** The safeguarding reviewer's word that these words are not about a person; null when there is none. */
  cleared: clearedSchema.nullable().default(null),
});
export type Contribution = z.infer<typeof contributionSchema>;

/** Whether there are words of it: what has none is in no draft, list, search or count. */
export const hasWords = ({ state }: Pick<Contribution, 'state'>): boolean =>
  state === 'standing' || state === 'missing';

/** The natural key: Slack may deliver a message any number of times, it stays the same contribution. */
export type ContributionKey = Pick<Contribution, 'teamId' | 'channelId' | 'messageTs'>;

/** Tells one held text from another on a button, so that an old button never decides on newer words. */
export const sealOf = ({ of }: Held): string => of.hash.slice(0, 16);

/** One string for the key inside a consultation's workspace: "C0123:1616161616.000100". */
export const contributionRef = ({
  channelId,
  messageTs,
}: Pick<Contribution, 'channelId' | 'messageTs'>): string => `${channelId}:${messageTs}`;

/** When Slack took the message, as UTC ISO, from its time stamp. */
export const sentAt = (messageTs: string): string => new Date(Number(messageTs) * 1000).toISOString();
