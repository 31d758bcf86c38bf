import type { PhrasingContent, RootContent } from 'mdast';
import { type Contribution, sentAt } from '../domain/contribution.ts';
import { timeAndDate } from '../domain/dates.ts';
import { messageLink } from '../domain/message-link.ts';
import { saidTypes } from '../domain/screening/finding.ts';
import { heading, list, paragraph, quoted } from './document-parts.ts';

/** Where links lead and in which zone times are said. */
type Place = { workspaceUrl: string; timeZone: string };

/** A message of the reader's own: what became of it, and every word of theirs that is kept. */
export function contributionSection(one: Contribution, { timeZone, workspaceUrl }: Place): RootContent[] {
  const { text, revisions, wording, files, use, kind } = one;
  const facts = [
    stateOf(one),
    ...(kind === null ? [] : [`Sorted as: ${kind}`]),
    ...files.map(({ name }) => `With the file ${name}, which stays in Slack`),
    ...(use.reason === '' && use.inSubmission ? [] : [useOf(one)]),
    ...(one.warnings.length === 0 ? [] : [`The screen found ${saidTypes(one.warnings)}`]),
    ...(one.cleared === null ? [] : ['The safeguarding reviewer decided that it is not about a person']),
  ];
  return [
    heading(3, `Your message of ${timeAndDate(sentAt(one.messageTs), timeZone)}`),
    list([
      [{ type: 'paragraph', children: [linkTo(one, workspaceUrl)] }],
      ...facts.map((value) => [paragraph(value)]),
    ]),
    ...quoted('Your words:', text),
    ...revisions.flatMap(({ text: earlier }) => quoted('An earlier version of your words:', earlier)),
    ...quoted('What an editor would print instead:', wording?.text ?? ''),
    ...quoted('What you told the safeguarding reviewer:', (one.held?.appeal ?? one.cleared)?.reason ?? ''),
  ];
}

/** To the message, for whoever may open it there. */
export const linkTo = (one: Contribution, workspaceUrl: string): PhrasingContent => ({
  type: 'link',
  url: messageLink(workspaceUrl, one),
  children: [{ type: 'text', value: 'The message in Slack' }],
});

function stateOf({ state, held, late }: Contribution): string {
  const recorded = late ? 'Recorded, marked late' : 'Recorded';
  return {
    standing: recorded,
    missing: `${recorded}; the message is no longer in Slack`,
    held: `Held: its words are not kept, because they seem to hold ${saidTypes(held?.types ?? [])}`,
    removed: 'Taken back: its words are not kept, only that there was a message',
    erased: 'Erased',
  }[state];
}

function useOf({ use }: Contribution): string {
  const decided = use.decidedBy === null ? 'Waits for an editor' : 'An editor decided';
  const what = use.inSubmission ? 'it may be in the submission' : 'it is not in the submission';
  return `${decided}: ${what}${use.reason === '' ? '' : `. The reason given: ${use.reason}`}`;
}
