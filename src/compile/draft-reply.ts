import { sentAt } from '../domain/contribution.ts';
import { longDate } from '../domain/dates.ts';
import { messageLink } from '../domain/message-link.ts';
import type { Item } from './arrange.ts';
import { cleanLine } from './clean-text.ts';
import { firstSentence } from './first-sentence.ts';
import { plainPhrasing } from './plain-text.ts';
import type { ConsultationRecord } from './record.ts';
import type { Reply } from './reply.ts';
import { listed } from './say.ts';
import { type DraftReplyView, root } from './view.ts';

/** How replies are shown inside the team: by name, day and link back to the message. */
export type DraftReplies = {
  nameOf: (id: string) => string;
  reply: (reply: Reply) => DraftReplyView;
  item: (item: Item) => DraftReplyView;
};

export function draftReplies(record: ConsultationRecord): DraftReplies {
  const names = new Map(record.people.map(({ userId, name }) => [userId, cleanName(name)]));
  const nameOf = (id: string): string => names.get(id) || id;
  const reply = (one: Reply): DraftReplyView => ({
    who: nameOf(one.contribution.authorId),
    date: longDate(sentAt(one.contribution.messageTs), record.consultation.timeZone),
    permalink: permalink(one, record.workspaceUrl),
    text: root(one.blocks),
    start: plainPhrasing(firstSentence(one.blocks).children),
    notes: notesOn(one, record),
  });
  const item = ({ printed, same, supporters }: Item): DraftReplyView => {
    const view = reply(printed);
    const also = supporters.length === 0 ? [] : [`Supported by ${listed(supporters.map(nameOf))}.`];
    const merged =
      same.length === 0 ? [] : [`Said in the same words by ${listed(authors(same).map(nameOf))}.`];
    return { ...view, notes: [...also, ...merged, ...view.notes] };
  };
  return { nameOf, reply, item };
}

const authors = (replies: Reply[]): string[] => [
  ...new Set(replies.map(({ contribution }) => contribution.authorId)),
];

/** Only white space is tidied: in the working draft a name stands as it is. */
const cleanName = (name: string): string => name.replace(/[\s\p{Cc}\p{Co}\p{Cs}]+/gu, ' ').trim();

function notesOn({ contribution, factIds }: Reply, { pack, people }: ConsultationRecord): string[] {
  const { late, wording, hash, files, addedBy, text } = contribution;
  const editor = people.find(({ userId }) => userId === wording?.by)?.name ?? 'an editor';
  const adder = people.find(({ userId }) => userId === addedBy)?.name ?? 'a colleague';
  return [
    ...(late ? ['Sent late.'] : []),
    ...(addedBy === null ? [] : [`Added to the consultation by ${cleanName(adder)}.`]),
    ...(wording === null ? [] : [`Stands in wording by ${cleanName(editor)}.`]),
    ...(wording !== null && wording.ofHash !== hash
      ? [`The reply has changed since that wording was written. It now reads: ${cleanLine(text)}`]
      : []),
    ...(files.length === 0
      ? []
      : [`Attached: ${listed(files.map(({ name }) => cleanLine(name) || 'a file'))}.`]),
    ...pack.facts.filter(({ id }) => factIds.includes(id)).flatMap(cautionOn),
  ];
}

const cautionOn = ({
  value,
  caution,
  laterThanCall,
}: {
  value: string;
  caution: string | null;
  laterThanCall: boolean;
}) => [
  ...(caution === null ? [] : [`Caution on ${value}: ${caution}`]),
  ...(laterThanCall ? [`${value} was published after the call: use it only if that is said.`] : []),
];

/** The message itself, opened in its thread. */
function permalink({ contribution }: Reply, workspaceUrl: string): string {
  const { channelId, threadTs } = contribution;
  return `${messageLink(workspaceUrl, contribution)}?thread_ts=${threadTs}&cid=${channelId}`;
}
