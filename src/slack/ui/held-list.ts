import type { SectionBlock } from '@slack/types';
import type { Consultation } from '../../domain/consultation.ts';
import type { Contribution } from '../../domain/contribution.ts';
import { timeAndDate } from '../../domain/dates.ts';
import { messageLink } from '../../domain/message-link.ts';
import { saidTypes } from '../../domain/screening/finding.ts';
import type { HeldList } from '../../usecases/list-held.ts';
import { escapeMrkdwn } from '../text/escape-mrkdwn.ts';
import { context, type MessageContent, note, plain, section } from './blocks.ts';
import { decisionButtons } from './held-buttons.ts';

/** Slack takes 50 blocks a message, and about 13,000 characters: three blocks a reply. */
const HELD_SHOWN = 15;
const REASON_LIMIT = 300;

/** What is held, for the safeguarding reviewer. `said`: of what they just decided. */
export function heldListMessage({ consultation, held }: HeldList, url: string, said = ''): MessageContent {
  const title = escapeMrkdwn(consultation.title);
  if (held.length === 0) return note(`${said} Nothing is held in “${title}”.`.trim());
  const text =
    `${said} Held in “${title}”, oldest first. Their words stand in Slack only: read each there, then decide.`.trim();
  const rest = held.length - HELD_SHOWN;
  return {
    text,
    blocks: [
      section(text),
      ...held.slice(0, HELD_SHOWN).flatMap((one) => heldBlocks(one, consultation, url)),
      ...(rest > 0 ? [context(`${rest} more; decide on these first.`)] : []),
    ],
  };
}

function heldBlocks(contribution: Contribution, { timeZone }: Consultation, url: string) {
  const { held } = contribution;
  if (held === null) return [];
  const { types, at, appeal } = held;
  const kept =
    appeal?.refusedAt == null ? '' : ` You kept it held at ${timeAndDate(appeal.refusedAt, timeZone)}.`;
  return [
    section(
      `<${messageLink(url, contribution)}|A reply> that seems to mention ${saidTypes(types)}. Held since ${timeAndDate(at, timeZone)}.${kept}`,
    ),
    ...(appeal === null ? [] : [reasonSection(appeal.reason)]),
    decisionButtons(contribution, held),
  ];
}

/** An author’s words, as plain text: nothing in it is a mention, a link or a style. */
export const reasonSection = (reason: string): SectionBlock => ({
  type: 'section',
  text: plain(`Its author says: ${reason}`, REASON_LIMIT),
});
