import { z } from 'zod';

/** What a contribution is to the argument, in the order in which a submission prints them. */
export const kinds = ['position', 'concern', 'evidence', 'experience', 'recommendation', 'query'] as const;
export const kindSchema = z.enum(kinds);
export type Kind = z.infer<typeof kindSchema>;

const isoTime = z.iso.datetime();
/** Slack's message time stamp, "1616161616.000100": identity within a channel, and order. */
export const messageTsSchema = z.string().regex(/^\d{1,12}\.\d{6}$/);

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
  /** missing: no longer in Slack at a complete reading, waits for an editor; removed: the words are gone. */
  state: z.enum(['standing', 'missing', 'removed']),
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
});
export type Contribution = z.infer<typeof contributionSchema>;

/** The natural key: Slack may deliver a message any number of times, it stays the same contribution. */
export type ContributionKey = Pick<Contribution, 'teamId' | 'channelId' | 'messageTs'>;

/** One string for the key inside a consultation's workspace: "C0123:1616161616.000100". */
export const contributionRef = ({
  channelId,
  messageTs,
}: Pick<Contribution, 'channelId' | 'messageTs'>): string => `${channelId}:${messageTs}`;

/** When Slack took the message, as UTC ISO, from its time stamp. */
export const sentAt = (messageTs: string): string => new Date(Number(messageTs) * 1000).toISOString();
