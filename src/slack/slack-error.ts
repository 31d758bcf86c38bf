import { type ConversationsRepliesResponse, WebAPIPlatformError } from '@slack/web-api';

/** Slack's own word for what it refused ("channel_not_found"); null when it did not answer so. */
export const slackErrorOf = (error: unknown): string | null =>
  error instanceof WebAPIPlatformError ? error.data.error : null;

/** The app is not in the channel that it asked about, or there is none. */
export const isOutside = (error: unknown): boolean =>
  ['channel_not_found', 'not_in_channel'].includes(slackErrorOf(error) ?? '');

/** Slack's words for trouble of its own, after which "some aspect of the operation" may have succeeded (chat.postMessage, errors). */
const OF_ITS_OWN = ['internal_error', 'fatal_error', 'request_timeout', 'service_unavailable'];

/** Slack answered that it is in trouble itself: it refused nothing, and later may go well. */
export const isSlackInTrouble = (error: unknown): boolean => OF_ITS_OWN.includes(slackErrorOf(error) ?? '');

/** Slack answered that it will not, and later will not either; not that it had no time, was in trouble or could not be reached. */
export const isRefused = (error: unknown): boolean =>
  slackErrorOf(error) !== null && !isSlackInTrouble(error);

/** What conversations.replies gives of a thread whose root was deleted: nothing. Throws any other error. */
export function nothingThere(error: unknown): ConversationsRepliesResponse {
  if (slackErrorOf(error) !== 'thread_not_found') throw error;
  return { ok: true };
}
