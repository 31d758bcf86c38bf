import type { Reply } from '../../domain/capture.ts';
import { escapeMrkdwn } from '../text/escape-mrkdwn.ts';
import { context, type MessageContent, section } from './blocks.ts';
import { linkTo } from './held-messages.ts';

/** To the author of a reply that is not kept and tells of somebody at risk: where to take it, first of all. */
export const concernMessage = (reply: Reply, concernAnswer: string, url: string): MessageContent => ({
  text: escapeMrkdwn(concernAnswer),
  blocks: [section(escapeMrkdwn(concernAnswer)), context(`About ${linkTo(reply, 'your reply', url)}.`)],
});
