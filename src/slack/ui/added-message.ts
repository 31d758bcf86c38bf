import type { Reply } from '../../domain/capture.ts';
import { contributionRef } from '../../domain/contribution.ts';
import { messageLink } from '../../domain/message-link.ts';
import { escapeMrkdwn } from '../text/escape-mrkdwn.ts';
import { actions, button, type MessageContent, section } from './blocks.ts';
import { ids } from './ids.ts';

/** To the author of a message that a colleague added; `title` is null where they may not know of the consultation. */
export function addedMessage(
  reply: Reply,
  addedBy: string,
  title: string | null,
  workspaceUrl: string,
): MessageContent {
  const link = messageLink(workspaceUrl, reply);
  const text =
    `<@${addedBy}> added <${link}|a message of yours> to ${title === null ? 'a consultation' : `the consultation “${escapeMrkdwn(title)}”`}. ` +
    'It may be used, without your name, in a submission that can be published. If you would rather not, withdraw it: our record of it goes, the message stays.';
  return {
    text,
    blocks: [section(text), actions(button('Withdraw', ids.withdraw, contributionRef(reply)))],
  };
}
