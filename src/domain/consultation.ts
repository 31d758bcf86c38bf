import { z } from 'zod';

const isoTime = z.iso.datetime();

const themeSchema = z.strictObject({
  id: z.string(),
  title: z.string(),
  /** The theme's own message in Slack, under which people reply; null until it is posted. */
  threadTs: z.string().nullable(),
});

export const capacities = ['organisation', 'group', 'personal'] as const;
export type Capacity = (typeof capacities)[number];

/** Of what was kept before readings were noted: what has ended is not read once more. */
const READ_LONG_AGO = '9999-12-31T23:59:59.000Z';

/** A call being answered, with the settings of its form. */
export const consultationSchema = z.strictObject({
  id: z.string(),
  teamId: z.string(),
  channelId: z.string(),
  packId: z.string(),
  title: z.string(),
  respondingAs: z.string(),
  capacity: z.enum(capacities),
  deadline: isoTime,
  /** IANA zone in which its dates and times are said. */
  timeZone: z.string(),
  leadId: z.string(),
  editorIds: z.array(z.string()),
  approverIds: z.array(z.string()),
  /** null: the lead. */
  safeguardingReviewerId: z.string().nullable(),
  keepMonths: z.number().int().positive(),
  themes: z.array(themeSchema),
  /** The opening message, whose thread holds the exported files; null until it is posted. */
  openingTs: z.string().nullable(),
  openedAt: isoTime,
  closedAt: isoTime.nullable(),
  /** Set by reopening; replies are taken again until the next close, also after the deadline. */
  reopenedAt: isoTime.nullable(),
  /** Times in which it was closed: a reply sent within one is late. */
  closedSpells: z.array(z.strictObject({ from: isoTime, to: isoTime })),
  /** People who were told that a late reply was not recorded: each is told once. */
  lateNoticeTo: z.array(z.string()),
  /** Late replies, each as it stood, in which somebody at risk was looked for, and whose author was answered where there was. */
  lateLookedAt: z.array(z.string()).default([]),
  /** Counts what the form changed, so that a form that is older, or sent twice, changes nothing. */
  version: z.number().int().default(0),
  /** When its contributions' words went, by *Keep words for*; null while they are kept. */
  expiredAt: isoTime.nullable().default(null),
  /** When the first reading of all its threads began that was made once it had ended; null before. */
  readAt: isoTime.nullable().default(READ_LONG_AGO),
  /** When its lead was told that not all of its messages could be posted; null once they stand. */
  unpostedToldAt: isoTime.nullable().default(null),
});
export type Consultation = z.infer<typeof consultationSchema>;

/** What is told of it: not what the app only notes for itself, as which late replies there were. */
export const openPart = ({
  lateNoticeTo: _,
  lateLookedAt: __,
  readAt: ___,
  unpostedToldAt: ____,
  ...rest
}: Consultation) => rest;

/** The lead is an editor. */
export const isEditorOf = ({ leadId, editorIds }: Consultation, userId: string): boolean =>
  leadId === userId || editorIds.includes(userId);

/** Who sees what is held: the lead, where nobody else is named. */
export const reviewerOf = ({ safeguardingReviewerId, leadId }: Consultation): string =>
  safeguardingReviewerId ?? leadId;

/** What the last submission was made from, so that the next working draft can say what changed since. */
export const exportRecordSchema = z.strictObject({
  consultationId: z.string(),
  day: z.string(),
  at: isoTime,
  by: z.string(),
  fileName: z.string(),
  /** Of the file's bytes, hex. */
  sha256: z.string(),
  /** Every printed contribution by its reference, with the hash of the words that were printed, and its theme and kind. */
  printed: z.array(z.strictObject({ ref: z.string(), hash: z.string(), place: z.string() })),
});
export type ExportRecord = z.infer<typeof exportRecordSchema>;
