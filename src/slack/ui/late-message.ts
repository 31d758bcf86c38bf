import type { Consultation } from '../../domain/consultation.ts';
import { escapeMrkdwn } from '../text/escape-mrkdwn.ts';
import { type MessageContent, note } from './blocks.ts';

/** To the author of a reply that came after the close. */
export const lateMessage = ({ title, leadId, expiredAt }: Consultation): MessageContent =>
  note(
    expiredAt !== null
      ? `“${escapeMrkdwn(title)}” is over and its replies are no longer kept, so this one is not recorded.`
      : `“${escapeMrkdwn(title)}” no longer takes replies, so this one is not recorded. It stays here in Slack: if <@${leadId}> reopens the consultation, it is picked up and marked late.`,
  );
