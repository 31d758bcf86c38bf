import { z } from 'zod';
import type { Reply } from '../domain/capture.ts';
import type { DeletedMessage } from '../usecases/remove-reply.ts';
import { isTombstone, type Place, parseMessage, replyOf, type SlackMessage } from './read-message.ts';

export type MessageNews =
  | { is: 'said'; reply: Reply }
  | { is: 'deleted'; message: DeletedMessage }
  | { is: 'nothing of ours' };

const NOTHING = { is: 'nothing of ours' } as const;

/** Outer part of a message event; `message` of an edit, `deleted_ts` and perhaps `previous_message` of a deletion. */
const eventSchema = z.object({
  channel: z.string(),
  subtype: z.string().optional(),
  message: z.unknown().optional(),
  previous_message: z.unknown().optional(),
  deleted_ts: z.string().optional(),
});

/** What a message event says of the record. An event's own ts is never the message's: that is within. */
export function readMessageEvent(event: unknown, installation: Place['installation']): MessageNews {
  const outer = eventSchema.safeParse(event);
  if (!outer.success) return NOTHING;
  const { channel: channelId, subtype, message, previous_message, deleted_ts } = outer.data;
  const place = { channelId, installation };
  if (subtype === 'message_deleted') {
    return deleted_ts === undefined ? NOTHING : deletion(place, deleted_ts, parseMessage(previous_message));
  }
  const said = parseMessage(subtype === 'message_changed' ? message : event);
  if (said === null) return NOTHING;
  if (isTombstone(said)) return deletion(place, said.ts, parseMessage(previous_message));
  const reply = replyOf(said, place);
  return reply === null ? NOTHING : { is: 'said', reply };
}

function deletion(place: Place, messageTs: string, previous: SlackMessage | null): MessageNews {
  const { channelId, installation } = place;
  // Of what is never recorded, a bot's words among it, no trace is left either.
  const { threadTs = null, authorId = null } = (previous && replyOf(previous, place)) ?? {};
  return {
    is: 'deleted',
    message: { teamId: installation.teamId, channelId, messageTs, threadTs, authorId },
  };
}
