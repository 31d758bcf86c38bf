import type { Contribution, Held } from '../../domain/contribution.ts';
import { messageLink } from '../../domain/message-link.ts';
import { saidTypes } from '../../domain/screening/finding.ts';
import type { HeldNotice } from '../../usecases/workspace.ts';
import { escapeMrkdwn } from '../text/escape-mrkdwn.ts';
import { actions, type MessageContent, note, section } from './blocks.ts';
import { appealButton, withdrawButton } from './held-buttons.ts';

/** To the author of a held reply: the kind of thing and never the thing, and what they can do. */
export function heldMessage({ contribution, title, concernAnswer }: HeldNotice, url: string): MessageContent {
  const { held } = contribution;
  if (held === null) throw new Error('A reply that is not held has no notice.');
  const reply =
    title === null
      ? linkTo(contribution, 'A message of yours', url)
      : `${linkTo(contribution, 'Your reply', url)} to “${escapeMrkdwn(title)}”`;
  const text = `${reply} ${whatIsHeld(held)}`;
  return {
    text: concernAnswer === null ? text : escapeMrkdwn(concernAnswer),
    blocks: [
      ...(concernAnswer === null ? [] : [section(escapeMrkdwn(concernAnswer)), section(PASSED_ON)]),
      section(text),
      section(STILL_IN_SLACK),
      actions(withdrawButton(contribution), appealButton(contribution, held)),
    ],
  };
}

/** What a form or a message says of a reply that is held. */
export const whatIsHeld = ({ types }: Held): string =>
  `seems to mention ${saidTypes(types)}, so it is held: Soundings has not kept its words, and nobody can use them.`;

/** Plainly, what a hold does not do, and what an author can. */
export const STILL_IN_SLACK =
  '*Colleagues can still see it in Slack.* Only you can edit or delete it there. An edit is looked at again, and recorded ' +
  'when nothing of that kind is in it. *Withdraw* takes it out of our record only.';

const PASSED_ON =
  '*Soundings passes nothing on*, besides telling the consultation’s safeguarding reviewer that there is such a reply, and ' +
  'where. Do not rely on that.';

/** To the author of a held reply, once the reviewer has decided. */
export const decisionMessage = (
  contribution: Contribution,
  isCleared: boolean,
  url: string,
): MessageContent =>
  note(
    isCleared
      ? `The safeguarding reviewer looked at ${linkTo(contribution, 'your reply', url)}: it is recorded now.`
      : `The safeguarding reviewer looked at ${linkTo(contribution, 'your reply', url)}: it stays held. If you edit it in Slack, it is looked at again; colleagues can still see it there until you edit or delete it.`,
  );

/** To a message in Slack, under words of ours. */
export const linkTo = (
  contribution: Pick<Contribution, 'channelId' | 'messageTs'>,
  label: string,
  url: string,
): string => `<${messageLink(url, contribution)}|${label}>`;
