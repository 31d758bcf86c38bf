import type { Consultation } from '../../domain/consultation.ts';
import { timeAndDate } from '../../domain/dates.ts';
import type { Pack } from '../../domain/pack.ts';
import { escapeMrkdwn } from '../text/escape-mrkdwn.ts';
import { context, header, type MessageContent, section } from './blocks.ts';
import { ids } from './ids.ts';

/** What people read first: what this is, by when, who leads, what becomes of replies, and what to leave out. */
export function openingMessage(consultation: Consultation, pack: Pack): MessageContent {
  const { title, respondingAs, deadline, timeZone, leadId, themes } = consultation;
  const by = timeAndDate(deadline, timeZone);
  return {
    text: `${escapeMrkdwn(title)}: reply in the theme threads by ${by}.`,
    blocks: [
      header(title),
      section(
        `*${escapeMrkdwn(respondingAs)}* is answering: ${escapeMrkdwn(callOf(pack))}.\n` +
          `Reply by *${by}*. <@${leadId}> leads.`,
      ),
      section(
        `*How to take part.* Reply in the thread of a theme below: ${themes.map(({ title }) => escapeMrkdwn(title)).join(', ')}. ` +
          'Start with “Evidence:”, “Concern:”, “Recommendation:” or “Question:” if you can. ' +
          'You can edit or delete your reply at any time; a :memo: (memo) reaction means that it is recorded. ' +
          'A :lock: (lock) means that it seems to identify somebody, so nothing of it is kept; its author is told privately.',
      ),
      section(`*What becomes of your reply.* ${escapeMrkdwn(pack.notices.use)}`),
      section(`*Who may read it.* ${escapeMrkdwn(pack.notices.disclosure)}`),
      section(`*Protect children, families and colleagues.* ${escapeMrkdwn(pack.notices.privacy)}`),
      context(
        `Any member of this channel can see where it stands with \`${ids.command} status\`. Drafts and submissions appear in this message’s thread.`,
      ),
    ],
  };
}

/** The call with who asks, where its title does not say so. */
const callOf = ({ title, issuer }: Pack): string => (title.includes(issuer) ? title : `${title} (${issuer})`);
