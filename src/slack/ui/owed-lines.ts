import type { Consultation } from '../../domain/consultation.ts';
import { messageLink } from '../../domain/message-link.ts';
import type { Owed } from '../../domain/owed.ts';
import type { ThemeStatus } from '../../domain/status.ts';
import { escapeMrkdwn } from '../text/escape-mrkdwn.ts';
import { ids } from './ids.ts';

/** What somebody owes, one line each. */
export function owedLines(
  { thin, toDecide, held }: Owed,
  { channelId }: Consultation,
  url: string,
): string[] {
  const where = (word: string) => `\`${ids.command} ${word}\` in <#${channelId}>`;
  return [
    ...thin.map((theme) => thinLine(theme, channelId, url)),
    ...(toDecide === 0
      ? []
      : [
          `${counted(toDecide, 'contribution waits', 'contributions wait')} for a decision: ${where('status')}.`,
        ]),
    ...(held === 0 ? [] : [`${counted(held, 'reply is', 'replies are')} held: ${where('held')}.`]),
  ];
}

function thinLine({ title, threadTs, thin }: ThemeStatus, channelId: string, url: string): string {
  const thread =
    threadTs === null ? '' : ` (<${messageLink(url, { channelId, messageTs: threadTs })}|thread>)`;
  return `*${escapeMrkdwn(title)}*${thread} is thin: ${thin.join(', ')}.`;
}

const counted = (count: number, one: string, many: string) => `${count} ${count === 1 ? one : many}`;
