import { WebAPIPlatformError } from '@slack/web-api';

/** Slack's own word for what it refused ("channel_not_found"); null when it did not answer so. */
export const slackErrorOf = (error: unknown): string | null =>
  error instanceof WebAPIPlatformError ? error.data.error : null;

/** The app is not in the channel that it asked about, or there is none. */
export const isOutside = (error: unknown): boolean =>
  ['channel_not_found', 'not_in_channel'].includes(slackErrorOf(error) ?? '');
