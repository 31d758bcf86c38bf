import { timeAndDate } from '../../domain/dates.ts';
import type { OwedNotice } from '../../usecases/workspace.ts';
import { escapeMrkdwn } from '../text/escape-mrkdwn.ts';
import { context, type MessageContent, section } from './blocks.ts';
import { owedLines } from './owed-lines.ts';

/** To one person, privately: how long is left, and what they owe. */
export function reminderMessage({ consultation, owed, timeLeft }: OwedNotice, url: string): MessageContent {
  const { title, deadline, timeZone, channelId } = consultation;
  const by = timeAndDate(deadline, timeZone);
  const time = timeLeft === null ? `The deadline was ${by}` : `${timeLeft} left: replies until ${by}`;
  const text = `“${escapeMrkdwn(title)}” in <#${channelId}> still needs something from you. ${time}.`;
  const lines = owedLines(owed, consultation, url).map((line) => `• ${line}`);
  return { text, blocks: [section(text), section(lines.join('\n')), context(WHY)] };
}

const WHY =
  'Only people who can do something about it are reminded: the lead, the editors and the safeguarding reviewer. Nothing more to do, no more reminders.';
