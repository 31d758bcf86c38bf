import type { BlockContent, PhrasingContent, Root, RootContent } from 'mdast';
import type { LoggedAction } from '../domain/action-log.ts';
import type { Consultation } from '../domain/consultation.ts';
import { type Contribution, sentAt } from '../domain/contribution.ts';
import { timeAndDate } from '../domain/dates.ts';
import { heading, list, paragraph, quoted, said } from './document-parts.ts';
import { contributionSection, linkTo } from './own-contribution.ts';
import { toMarkdown } from './to-markdown.ts';

/** What is held about a person in one consultation. */
export type OwnPart = {
  consultation: Consultation;
  /** Whether they are in its channel now: otherwise its title is none of theirs to know. */
  isMember: boolean;
  /** "lead", "editor" and so on. */
  parts: string[];
  own: Contribution[];
  /** Of others: what they brought in, endorsed, decided on. */
  added: Contribution[];
  endorsed: Contribution[];
  decided: Contribution[];
  /** Lines of the log about what they did. */
  actions: LoggedAction[];
  wasToldLate: boolean;
  /** When the app reminded them of what they owed, or may have (UTC ISO). */
  remindedAt: string[];
};

export type OwnData = {
  userId: string;
  /** Empty: no name is kept. */
  name: string;
  erasedAt: string | null;
  at: string;
  timeZone: string;
  workspaceUrl: string;
  /** Only those in which there is something. */
  parts: OwnPart[];
  /** How many kept documents hold their id, name or a sentence of theirs. */
  documents: number;
};

/** Everything that is held about a person, as a Markdown file for that person and nobody else. */
export function ownDataFile(data: OwnData): string {
  const tree: Root = {
    type: 'root',
    children: [
      heading(1, 'What Soundings holds about you'),
      paragraph(`Made for you at ${timeAndDate(data.at, data.timeZone)}.`),
      ...personSection(data),
      ...data.parts.flatMap((part) => partSection(part, data)),
      ...elsewhereSection(data),
    ],
  };
  return toMarkdown(tree);
}

const personSection = ({ userId, name, erasedAt, timeZone, parts }: OwnData): RootContent[] => [
  heading(2, 'You'),
  said(
    `Your Slack id: ${userId}`,
    name === '' ? 'Your name: not kept' : `Your name: ${name}`,
    ...(erasedAt === null ? [] : [`Your words were erased at ${timeAndDate(erasedAt, timeZone)}`]),
  ),
  ...(parts.length === 0 ? [paragraph('There is nothing else about you in any consultation.')] : []),
];

function partSection(part: OwnPart, data: OwnData): RootContent[] {
  const { consultation, isMember, parts, own, actions, wasToldLate } = part;
  const title = isMember
    ? `Consultation “${consultation.title}”`
    : 'A consultation in a channel that you are not in';
  return [
    heading(2, title),
    ...(parts.length === 0 ? [] : [paragraph(`Your part in it: ${parts.join(', ')}.`)]),
    ...own.flatMap((one) => contributionSection(one, data)),
    ...linkSection('Messages that you added', part.added, data),
    ...linkSection('Messages that you endorsed', part.endorsed, data),
    ...linkSection('Messages on which you decided', part.decided, data, (one) => typedOn(one, data.userId)),
    ...(wasToldLate ? [paragraph('You were told that a reply of yours came too late.')] : []),
    ...remindersLine(part, data),
    ...(actions.length === 0
      ? []
      : [heading(3, 'What its log says that you did'), said(...countedActions(actions))]),
  ];
}

const remindersLine = ({ remindedAt }: OwnPart, { timeZone }: OwnData): RootContent[] =>
  remindedAt.length === 0
    ? []
    : [
        paragraph(
          `Soundings reminded you of it: ${remindedAt.map((at) => timeAndDate(at, timeZone)).join('; ')}.`,
        ),
      ];

function linkSection(
  title: string,
  contributions: Contribution[],
  { workspaceUrl, timeZone }: OwnData,
  more: (one: Contribution) => BlockContent[] = () => [],
): RootContent[] {
  if (contributions.length === 0) return [];
  return [
    heading(3, title),
    list(
      contributions.map((one) => {
        const when: PhrasingContent = {
          type: 'text',
          value: `, ${timeAndDate(sentAt(one.messageTs), timeZone)}`,
        };
        return [{ type: 'paragraph', children: [linkTo(one, workspaceUrl), when] }, ...more(one)];
      }),
    ),
  ];
}

/** What they typed when they decided. */
const typedOn = ({ use, wording, cleared }: Contribution, userId: string): BlockContent[] => [
  ...quoted('The reason that you gave:', use.decidedBy === userId ? use.reason : ''),
  ...quoted('The wording that you gave:', wording?.by === userId ? wording.text : ''),
  ...(cleared?.by === userId ? [paragraph('You cleared it: it is not about a person.')] : []),
];

const countedActions = (actions: LoggedAction[]): string[] =>
  [...new Set(actions.map(({ what }) => what))].map((what) => {
    const count = actions.filter((one) => one.what === what).length;
    return `${what}: ${count === 1 ? 'once' : `${count} times`}`;
  });

const elsewhereSection = ({ documents }: OwnData): RootContent[] => [
  heading(2, 'Where else there may be something'),
  said(
    documents === 0
      ? 'Documents kept by Soundings: none holds your name, your id or a sentence of yours.'
      : `Documents kept by Soundings that hold your name, your id or a sentence of yours: ${documents}. They are deleted when you erase your words.`,
    'Slack: your messages, and files that were shared in Slack. Soundings cannot delete them: you can delete your own messages there, and whoever shared a file can delete it.',
    'Backups of the machine on which Soundings runs: ask whoever runs it how long they are kept.',
    'Submissions that were sent to whoever asked for them. They name nobody.',
  ),
];
