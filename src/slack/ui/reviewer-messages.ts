import type { Consultation } from '../../domain/consultation.ts';
import type { Contribution } from '../../domain/contribution.ts';
import { saidTypes } from '../../domain/screening/finding.ts';
import { escapeMrkdwn } from '../text/escape-mrkdwn.ts';
import { type MessageContent, note, section } from './blocks.ts';
import { decisionButtons } from './held-buttons.ts';
import { reasonSection } from './held-list.ts';
import { linkTo } from './held-messages.ts';
import { ids } from './ids.ts';

/** To the safeguarding reviewer: an author’s reason to decide on, or somebody who may be at risk. */
export function reviewMessage(
  consultation: Consultation,
  contribution: Contribution,
  url: string,
): MessageContent {
  const { held } = contribution;
  if (held === null) throw new Error('A reply that is not held has nothing to review.');
  const reply = `${linkTo(contribution, 'A held reply', url)} to “${escapeMrkdwn(consultation.title)}”`;
  if (held.appeal === null) {
    return note(
      `${reply} may be about ${saidTypes(['concern'])}. Read it in Slack. Its author was told where to take it; Soundings passes nothing on. ` +
        `\`${ids.command} held\` in <#${consultation.channelId}> lists what is held.`,
    );
  }
  const text = `${reply} seems to mention ${saidTypes(held.types)}. Its author says that it is not about a person. Read it in Slack, then decide.`;
  return {
    text,
    blocks: [section(text), reasonSection(held.appeal.reason), decisionButtons(contribution, held)],
  };
}

/** To the lead: a held reply waits, and nobody may look at it. */
export const noReviewerMessage = ({ title, channelId }: Consultation): MessageContent =>
  note(
    `A reply to “${escapeMrkdwn(title)}” waits for its safeguarding reviewer, who is no longer in <#${channelId}>. ` +
      `Choose another there with \`${ids.command} settings\`; then \`${ids.command} held\` lists it for them.`,
  );

/** To somebody who looks at what is held from now on, or no longer; `title` is null where they may not know of it. */
export function reviewingMessage(
  { channelId }: Pick<Consultation, 'channelId'>,
  title: string | null,
  isNow: boolean,
): MessageContent {
  const of = title === null ? 'a consultation' : `“${escapeMrkdwn(title)}”`;
  const hint = ` \`${ids.command} held\` in <#${channelId}> lists the replies that are held, for you to decide on.`;
  return isNow
    ? note(`You are the safeguarding reviewer of ${of} from now on.${title === null ? '' : hint}`)
    : note(`Somebody else is the safeguarding reviewer of ${of} from now on.`);
}
