import type { Contribution } from '../../src/domain/contribution.ts';
import type { Workspace } from '../../src/practice/workspace.ts';
import { BLOCKED } from '../slack/screening/screened.ts';
import type { Kept } from './kept.ts';

/** A reply's words as one event carried them; null where it says that they are gone. */
type Version = {
  ts: string;
  editedTs: string | null;
  text: string | null;
  isAcked: boolean;
  isInterrupted: boolean;
};

/** What an acknowledgement promised and a record as it was left, before anything was read again, does not keep. */
export function broken(workspace: Workspace, { contributions }: Pick<Kept, 'contributions'>): string[] {
  const versions = versionsSent(workspace);
  const byTs = new Map(contributions.map((one) => [one.messageTs, one]));
  return [
    ...versions
      .filter(({ isAcked }) => isAcked)
      .flatMap((version) => brokenBy(version, byTs.get(version.ts))),
    ...contributions
      .filter((one) => one.text !== '' && !versions.some((version) => isOf(version, one)))
      .map((one) => `${one.messageTs} reads “${one.text}”, which nobody said then`),
  ];
}

function brokenBy({ ts, editedTs, text }: Version, one: Contribution | undefined): string[] {
  if (one === undefined) return [`${ts} was acked and is not there`];
  if (text === null) return one.text === '' ? [] : [`${ts} was deleted, acked, and is kept`];
  if (one.state === 'removed') return [];
  return Number(one.editedTs) < Number(editedTs) ? [`${ts} was edited, acked, and is as before`] : [];
}

const isOf = ({ ts, editedTs, text }: Version, one: Contribution): boolean =>
  ts === one.messageTs && editedTs === one.editedTs && text === one.text && !text.includes(BLOCKED);

/** How many events about replies were sent, how many of them the app said it had recorded, and how many it did not at the first time. */
export function counts(workspace: Workspace): { sent: number; acked: number; interrupted: number } {
  const versions = versionsSent(workspace);
  return {
    sent: versions.length,
    acked: versions.filter(({ isAcked }) => isAcked).length,
    interrupted: versions.filter(({ isInterrupted }) => isInterrupted).length,
  };
}

/** Resolves when this many are acked, or when Slack has given up on the others, as it does after four attempts. */
export const someAcked = (workspace: Workspace, enough: number) => {
  const isOver = () =>
    workspace.deliveries().every(({ statuses }) => statuses.includes(200) || statuses.length === 4);
  return workspace.until(() => isOver() || counts(workspace).acked >= enough, 'acks', 60_000);
};

type Message = { ts: string; text: string; thread_ts?: string; bot_id?: string; edited?: { ts: string } };
type Event = Message & { type: string; message?: Message; previous_message?: Message; deleted_ts?: string };

function versionsSent(workspace: Workspace): Version[] {
  return workspace.deliveries().flatMap(({ body, statuses }) => {
    const event = body.event as Event;
    const message = event.message ?? event.previous_message ?? event;
    if (event.type !== 'message' || message.thread_ts === undefined || message.bot_id !== undefined)
      return [];
    const isAcked = statuses.includes(200);
    const isInterrupted = statuses.length > 0 && statuses[0] !== 200;
    const text = event.deleted_ts === undefined ? message.text : null;
    return [{ ts: message.ts, editedTs: message.edited?.ts ?? null, text, isAcked, isInterrupted }];
  });
}
