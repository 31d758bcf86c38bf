import { z } from 'zod';
import type { Reply } from '../domain/capture.ts';
import type { FoundReactions } from '../domain/endorse.ts';
import type { FoundReply, Mark, ThreadMessage } from '../usecases/workspace.ts';
import type { Installation } from './installation.ts';
import { filesOf } from './text/files-of.ts';
import { messageMarkdown } from './text/message-markdown.ts';

/** A message as events and readings bring it; only what we use is looked at. */
const messageSchema = z.object({
  ts: z.string(),
  thread_ts: z.string().optional(),
  user: z.string().optional(),
  /** Whose the author is; Slack names it in shared channels. */
  user_team: z.string().optional(),
  team: z.string().optional(),
  subtype: z.string().optional(),
  bot_id: z.string().optional(),
  text: z.string().optional(),
  /** Read with care of their own, in src/slack/text/. */
  blocks: z.unknown().optional(),
  files: z.unknown().optional(),
  edited: z.object({ ts: z.string() }).optional(),
  reactions: z
    .array(
      z.object({
        name: z.string(),
        users: z.array(z.string()).default([]),
        count: z.number().default(0),
      }),
    )
    .optional(),
});
export type SlackMessage = z.infer<typeof messageSchema>;

/** Where a message was seen, and by whom. */
export type Place = { channelId: string; installation: Pick<Installation, 'teamId' | 'workspaceId'> };

/** What people say; joins, topics, bots and Slack's own notices have other subtypes. */
const PEOPLES_SUBTYPES = new Set([undefined, 'file_share', 'thread_broadcast', 'me_message']);

export function parseMessage(message: unknown): SlackMessage | null {
  const read = messageSchema.safeParse(message);
  return read.success ? read.data : null;
}

/** Slack's place-holder for a deleted message that has replies. */
export const isTombstone = ({ subtype }: SlackMessage): boolean => subtype === 'tombstone';

/** Of somebody whose workspace is another one, in a channel that is shared with it: they may do nothing here. */
function isOfAnother(
  { user_team, team }: SlackMessage,
  { teamId, workspaceId }: Place['installation'],
): boolean {
  const home = user_team ?? team;
  return home !== undefined && home !== workspaceId && home !== teamId;
}

/** A person's message as a reply; null for anything else, also for what people of other workspaces say. A message outside a thread is its own thread's root. */
export function replyOf(message: SlackMessage, { installation, channelId }: Place): Reply | null {
  const { ts, thread_ts, user, subtype, bot_id, edited } = message;
  if (user === undefined || bot_id !== undefined || !PEOPLES_SUBTYPES.has(subtype)) return null;
  if (isOfAnother(message, installation)) return null;
  return {
    teamId: installation.teamId,
    channelId,
    threadTs: thread_ts ?? ts,
    messageTs: ts,
    authorId: user,
    text: messageMarkdown(message),
    files: filesOf({ files: message.files }),
    editedTs: edited?.ts ?? null,
  };
}

/** A message of a thread's reading; null for the root and for what no person said. */
export function threadMessageOf(
  raw: unknown,
  place: Place,
  botUserId: string,
  readTs: string,
): ThreadMessage | null {
  const message = parseMessage(raw);
  if (message === null || message.thread_ts === message.ts) return null;
  const { channelId, installation } = place;
  if (isTombstone(message))
    return { found: 'deleted', key: { teamId: installation.teamId, channelId, messageTs: message.ts } };
  return foundReplyOf(message, place, botUserId, readTs);
}

/** A person's message with its reactions; null for anything else. */
export function foundReplyOf(
  message: SlackMessage,
  place: Place,
  botUserId: string,
  readTs: string,
): FoundReply | null {
  const reply = replyOf(message, place);
  if (reply === null) return null;
  const { reactions = [] } = message;
  const marks = (['recorded', 'held'] as const).filter((mark) =>
    reactions.some(({ name, users }) => name === MARKS[mark] && users.includes(botUserId)),
  );
  return { found: 'reply', reply, reactions: foundReactions(reactions, readTs), marks };
}

/** The app's own reactions, by what they say. */
export const MARKS: Record<Mark, string> = { recorded: 'memo', held: 'lock' };

/** Slack counts everybody and may name fewer. */
const foundReactions = (
  reactions: NonNullable<SlackMessage['reactions']>,
  readTs: string,
): FoundReactions => ({
  reactions: reactions.flatMap(({ name, users }) =>
    users.map((userId) => ({ userId, reaction: name, on: true, eventTs: readTs })),
  ),
  areAll: reactions.every(({ users, count }) => users.length >= count),
  readTs,
});

/** When a reading began, as Slack writes times. */
export const slackTime = (at: Date): string => `${Math.floor(at.getTime() / 1000)}.000000`;
