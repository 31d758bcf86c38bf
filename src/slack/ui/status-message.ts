import type { SectionBlock } from '@slack/types';
import { type Contribution, contributionRef } from '../../domain/contribution.ts';
import { timeAndDate } from '../../domain/dates.ts';
import type { ThemeStatus } from '../../domain/status.ts';
import type { StatusReport } from '../../usecases/show-status.ts';
import { escapeMrkdwn } from '../text/escape-mrkdwn.ts';
import { plainExcerpt } from '../text/plain-excerpt.ts';
import { button, context, header, type MessageContent, plain, section } from './blocks.ts';
import { ids } from './ids.ts';

/** Where a consultation stands, theme by theme. */
export function statusMessage(report: StatusReport): MessageContent {
  const { consultation, themes, toDecide, held } = report;
  const summary = summaryOf(report);
  return {
    text: `${escapeMrkdwn(consultation.title)}: ${summary}`,
    blocks: [
      header(consultation.title),
      section(summary),
      ...themes.map((theme) => section(themeLines(theme))),
      ...toDecide.slice(0, DECISIONS_SHOWN).map(decisionBlock),
      ...(toDecide.length > DECISIONS_SHOWN
        ? [context(`${toDecide.length - DECISIONS_SHOWN} more wait; decide these first.`)]
        : []),
      ...(held === 0 ? [] : [section(heldLine(held))]),
    ],
  };
}

/** Slack takes 50 blocks a message; nobody decides on more at a sitting. */
const DECISIONS_SHOWN = 10;
const EXCERPT_LIMIT = 200;

const heldLine = (held: number): string =>
  `${counted(held, 'reply is', 'replies are')} held by the screen. Only you are told: \`${ids.command} held\`.`;

/** Also the only way to decide on a reply that is no longer in Slack. */
const decisionBlock = (contribution: Contribution, index: number): SectionBlock => ({
  type: 'section',
  text: plain(`Waits for a decision: ${plainExcerpt(contribution.text, EXCERPT_LIMIT)}`),
  accessory: button('Decide', `${ids.decide}_${index}`, contributionRef(contribution)),
});

function summaryOf({ consultation, isCollecting, timeLeft }: StatusReport): string {
  const by = timeAndDate(consultation.deadline, consultation.timeZone);
  if (consultation.closedAt !== null)
    return `Closed. The deadline ${timeLeft === null ? 'was' : 'is'} ${by}.`;
  if (timeLeft !== null) return `Open. ${timeLeft} left: replies until ${by}.`;
  return isCollecting
    ? `Reopened after the deadline, which was ${by}.`
    : `The deadline has passed: it was ${by}.`;
}

function themeLines({
  title,
  contributions,
  contributors,
  kinds,
  unsorted,
  waiting,
  thin,
}: ThemeStatus): string {
  const sorted = kinds.map(({ kind, count }) => `${kind} ${count}`);
  const counts = [
    contributions === 0
      ? 'no replies yet'
      : `${counted(contributions, 'contribution')} from ${counted(contributors, 'person', 'people')}`,
    ...(sorted.length === 0 ? [] : [sorted.join(', ')]),
    ...(unsorted === 0 ? [] : [`${unsorted} unsorted`]),
    ...(waiting === 0 ? [] : [`${waiting} waiting for a decision`]),
  ];
  return `*${escapeMrkdwn(title)}*: ${counts.join('; ')}.${thin.length === 0 ? '' : `\nThin: ${thin.join(', ')}.`}`;
}

const counted = (count: number, one: string, many = `${one}s`) => `${count} ${count === 1 ? one : many}`;
