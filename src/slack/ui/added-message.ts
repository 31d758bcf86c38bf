import type { Reply } from '../../domain/capture.ts';
import type { Consultation } from '../../domain/consultation.ts';
import { contributionRef } from '../../domain/contribution.ts';
import { escapeMrkdwn } from '../text/escape-mrkdwn.ts';
import { actions, button, type MessageContent, section } from './blocks.ts';
import { ids } from './ids.ts';

/** To the author of a message that a colleague added. */
export function addedMessage(
  consultation: Consultation,
  reply: Reply,
  addedBy: string,
  workspaceUrl: string,
): MessageContent {
  const { channelId, messageTs } = reply;
  const link = `${workspaceUrl}/archives/${channelId}/p${messageTs.replace('.', '')}`;
  const text =
    `<@${addedBy}> added <${link}|a message of yours> to the consultation “${escapeMrkdwn(consultation.title)}”. ` +
    'It may be used, without your name, in a submission that can be published. If you would rather not, withdraw it: our record of it goes, the message stays.';
  return {
    text,
    blocks: [section(text), actions(button('Withdraw', ids.withdraw, contributionRef(reply)))],
  };
}
