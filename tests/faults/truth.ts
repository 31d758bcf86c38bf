import { type Contribution, contributionRef } from '../../src/domain/contribution.ts';
import type { Workspace } from '../../src/practice/workspace.ts';
import { BLOCKED } from '../slack/screening/screened.ts';
import type { Kept } from './kept.ts';

type Channel = { id: string };
type Seen = ReturnType<Workspace['thread']>[number];

/** What is wrong with a record after every thread was read, measured by what stands in Slack; [] when nothing is. */
export function untruths(
  workspace: Workspace,
  channel: Channel,
  threads: string[],
  { contributions, actions }: Kept,
): string[] {
  const said = threads.flatMap((ts) => workspace.thread(channel, ts));
  const isSaid = new Set(said.map(({ ts }) => ts));
  return [
    ...doubled(contributions),
    ...said.flatMap((message) =>
      wrongWith(
        message,
        contributions.find(({ messageTs }) => messageTs === message.ts),
      ),
    ),
    ...contributions
      .filter((one) => !isSaid.has(one.messageTs) && !isKnownGone(one))
      .map(({ messageTs, state }) => `${messageTs} is gone from Slack and ${state} in the record`),
    ...contributions.flatMap((one) => wronglyTold(one, actions)),
  ];
}

/** Each time that words were taken in has one line in the log, each edit since then one, and a deletion one. */
function wronglyTold(one: Contribution, actions: Kept['actions']): string[] {
  const lines = actions.filter(({ on }) => on === contributionRef(one)).map(({ what }) => what);
  const spells = lines.join(',').split('held');
  const [now = ''] = spells.slice(-1);
  const hasWords = one.state === 'standing' || one.state === 'missing';
  const wasTaken = lines.some((what) => what === 'recorded' || what === 'held');
  const isTold =
    spells.every((spell) => times('recorded', spell) <= 1) &&
    (!hasWords || (times('recorded', now) === 1 && times('edited', now) === one.revisions.length)) &&
    (one.state !== 'held' || (wasTaken && times('recorded', now) === 0)) &&
    times('deleted', lines.join(',')) === (one.state === 'removed' && wasTaken ? 1 : 0);
  return isTold
    ? []
    : [`${one.messageTs}, ${one.state}, revised ${one.revisions.length} times: the log says ${lines.join()}`];
}

const times = (what: string, lines: string): number => lines.split(what).length - 1;

/** Who deleted it, the app never heard: what has words waits for an editor. */
const isKnownGone = ({ state, held }: Contribution): boolean =>
  state === 'missing' || state === 'removed' || held?.isInSlack === false;

const doubled = (contributions: Contribution[]): string[] => {
  const seen = new Set<string>();
  return contributions.flatMap(({ messageTs }) => {
    if (seen.has(messageTs)) return [`${messageTs} is there twice`];
    seen.add(messageTs);
    return [];
  });
};

function wrongWith({ ts, text, user, reactions }: Seen, one: Contribution | undefined): string[] {
  if (one === undefined) return [`${ts} was said and is not recorded`];
  const expected = text.includes(BLOCKED) ? { state: 'held', text: '' } : { state: 'standing', text };
  const raised = reactions?.find(({ name }) => name === '+1')?.users ?? [];
  const endorsers = raised.filter((id) => id !== user).toSorted();
  return [
    ...(one.state === expected.state ? [] : [`${ts} is ${one.state}, not ${expected.state}`]),
    ...(one.text === expected.text ? [] : [`${ts} reads “${one.text}”, not “${expected.text}”`]),
    ...(JSON.stringify(one.revisions).includes(BLOCKED) ? [`${ts} keeps blocked words`] : []),
    ...(one.endorsers.toSorted().join() === endorsers.join() ? [] : [`${ts} has the wrong endorsers`]),
  ];
}
