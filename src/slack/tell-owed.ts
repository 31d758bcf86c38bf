import {
  WebAPIPlatformError,
  WebAPIRateLimitedError,
  WebAPIRequestError,
  type WebClient,
} from '@slack/web-api';
import type { Delivery, Workspace } from '../usecases/workspace.ts';
import { isSlackInTrouble, slackErrorOf } from './slack-error.ts';
import { reminderMessage } from './ui/reminder-message.ts';

/**
 * Sends a reminder as a direct message, once. Without a scope to read direct messages the app cannot find one of its own
 * after a lost answer, as it does in channels: so whoever asks must not send again what may have come in.
 */
export const createTellOwed =
  (posting: WebClient, url: string): Workspace['tellOwed'] =>
  async (notice) => {
    const message = reminderMessage(notice, url);
    try {
      await posting.chat.postMessage({ channel: notice.userId, ...message });
      return 'sent';
    } catch (error) {
      return deliveryOf(error);
    }
  };

function deliveryOf(error: unknown): Delivery {
  if (error instanceof WebAPIRateLimitedError) return 'not sent';
  if (error instanceof WebAPIPlatformError) {
    if (isSlackInTrouble(error)) return 'unsure';
    return OF_THE_PERSON.has(slackErrorOf(error) ?? '') ? 'refused' : 'not sent';
  }
  return error instanceof WebAPIRequestError && neverConnected(error.original.cause) ? 'not sent' : 'unsure';
}

/** The errors of conversations.open and chat.postMessage that later will be the same; others may be mended meanwhile. */
const OF_THE_PERSON = new Set([
  'channel_not_found',
  'user_not_found',
  'user_disabled',
  'user_not_visible',
  'cannot_dm_bot',
  'invalid_user_combination',
]);

/** By the system's error, or by that for each of several addresses: what was being done when it came. */
function neverConnected(cause: unknown): boolean {
  if (cause instanceof AggregateError) return cause.errors.every(neverConnected);
  return cause instanceof Error && 'syscall' in cause && CONNECTING.has(String(cause.syscall));
}

const CONNECTING = new Set(['getaddrinfo', 'connect']);
