import { messageLink } from '../../domain/message-link.ts';
import { findingTypes, saidTypes } from '../../domain/screening/finding.ts';
import type { SubmissionStopped } from '../../usecases/export-document.ts';
import { escapeMrkdwn } from '../text/escape-mrkdwn.ts';

/** Enough to start with; the next export names the rest. */
const NAMED = 5;

/** What an editor reads when the screen stops a submission: what kind of thing stands where, and what to do. */
export function whyStopped({ places, replies }: SubmissionStopped['stopped'], workspaceUrl: string): string {
  const headings = [...new Set(places.map(({ under }) => under))].slice(0, NAMED);
  const found = headings.map((heading) => {
    const said = saidOf(places.filter(({ under }) => under === heading));
    return `• ${heading === '' ? 'at the beginning' : `under “${escapeMrkdwn(heading)}”`}: ${said}`;
  });
  const behind = replies.slice(0, NAMED).map((reply, index) => {
    const [channelId = '', messageTs = ''] = reply.ref.split(':');
    const link = messageLink(workspaceUrl, { channelId, messageTs });
    return `• in <${link}|reply ${index + 1}>: ${saidOf([reply])}`;
  });
  return [
    'The submission was not made, because it seems to hold what must not leave:',
    ...found,
    ...behind,
    'On the reply, choose “Edit contribution” and give a wording that identifies nobody, or leave it out; for the title, use `/soundings settings`. Then export again.',
  ].join('\n');
}

const saidOf = (findings: { types: (typeof findingTypes)[number][] }[]): string =>
  saidTypes(findingTypes.filter((type) => findings.some(({ types }) => types.includes(type))));
