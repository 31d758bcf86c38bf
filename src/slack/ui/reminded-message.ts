import type { Consultation } from '../../domain/consultation.ts';
import { timeAndDate } from '../../domain/dates.ts';
import type { Reminded, RemindReport } from '../../usecases/remind.ts';
import { escapeMrkdwn } from '../text/escape-mrkdwn.ts';
import { type MessageContent, note, section } from './blocks.ts';
import { owedLines } from './owed-lines.ts';

/** To whoever asked for reminders: whom they went to, of what, and when those people were reminded before. */
export function remindedMessage({ consultation, owed, people }: RemindReport, url: string): MessageContent {
  const title = escapeMrkdwn(consultation.title);
  if (people.length === 0)
    return note(`Nobody owes anything to “${title}”: no theme is thin, and nothing waits for a decision.`);
  const told = people.filter(({ outcome }) => outcome === 'sent').length;
  const text =
    told === 0
      ? `Nobody was reminded of “${title}” just now.`
      : `Reminded ${told === 1 ? 'one person' : `${told} people`} of “${title}”, privately.`;
  const lines = owedLines({ ...owed, held: 0 }, consultation, url);
  return {
    text,
    blocks: [
      section(text),
      section(people.map((one) => `• ${personLine(one, consultation)}`).join('\n')),
      section(`Still missing:\n${lines.map((line) => `• ${line}`).join('\n')}`),
    ],
  };
}

const personLine = ({ userId, outcome, lastAt }: Reminded, { timeZone }: Consultation): string => {
  const before = lastAt === null ? '' : ` Last reminded at ${timeAndDate(lastAt, timeZone)}.`;
  return `<@${userId}>: ${SAID[outcome]}${before}`;
};

const SAID: Record<Reminded['outcome'], string> = {
  sent: 'reminded.',
  asker: 'that is you, so no message went out.',
  lately: 'not reminded again: once an hour at most.',
  'not here': 'not reminded: no longer a full member of this channel.',
  refused: 'not reminded: Slack does not take messages to them from Soundings.',
  'not sent': 'not reminded: Slack did not take the message just now. Try again in a minute.',
  unsure: 'Slack did not say whether the message came in. It is not sent again.',
};
