import { timeAndDate } from '../../domain/dates.ts';
import type { ThemeStatus } from '../../domain/status.ts';
import type { StatusReport } from '../../usecases/show-status.ts';
import { escapeMrkdwn } from '../text/escape-mrkdwn.ts';
import { context, header, type MessageContent, section } from './blocks.ts';

/** Where a consultation stands, theme by theme. */
export function statusMessage(report: StatusReport): MessageContent {
  const { consultation, themes } = report;
  const waiting = themes.reduce((sum, theme) => sum + theme.waiting, 0);
  const summary = summaryOf(report);
  return {
    text: `${escapeMrkdwn(consultation.title)}: ${summary}`,
    blocks: [
      header(consultation.title),
      section(summary),
      ...themes.map((theme) => section(themeLines(theme))),
      ...(waiting === 0
        ? []
        : [
            context(
              'Editors decide with the message shortcut “Edit contribution”; the working draft lists what waits.',
            ),
          ]),
    ],
  };
}

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
