import { setImmediate as turn } from 'node:timers/promises';
import { type Contribution, contributionRef, hasWords } from '../domain/contribution.ts';
import type { Deps } from './deps.ts';
import { markMissing } from './mark-missing.ts';
import { takeIn } from './take-in.ts';
import { bySystem } from './use-case.ts';

export type Thread = { consultationId: string; channelId: string; threadTs: string };

/**
 * Reads a theme's thread to its end and makes the record agree: replies and edits that were never delivered
 * are recorded, what is gone is marked missing. A message that cannot be recorded holds up no other; then, and
 * when the reading breaks off, nothing is marked and it throws at the end.
 */
export const reconcileThread = bySystem(async (deps: Deps, thread: Thread): Promise<void> => {
  const unseen = await recordedBefore(deps, thread);
  const failures: unknown[] = [];
  for await (const page of deps.workspace.readThread(thread.channelId, thread.threadTs)) {
    for (const message of page)
      unseen.delete(contributionRef(message.found === 'reply' ? message.reply : message.key));
    const results = await Promise.allSettled(await begunInTurn(page, (message) => takeIn(deps, message)));
    failures.push(...results.flatMap((result) => (result.status === 'rejected' ? [result.reason] : [])));
  }
  if (failures.length > 0) throw failures[0];
  for (const gone of unseen.values()) await markMissing(deps, gone);
});

/** The works, begun one a turn: they end together, so that they are written together, and keep nobody waiting meanwhile. */
async function begunInTurn<Item>(
  items: Item[],
  work: (item: Item) => Promise<void>,
): Promise<Promise<void>[]> {
  const begun: Promise<void>[] = [];
  for (const item of items) {
    const one = work(item);
    // Looked at once all are begun.
    one.catch(() => undefined);
    begun.push(one);
    await turn();
  }
  return begun;
}

type Recorded = Pick<Contribution, 'consultationId' | 'teamId' | 'channelId' | 'messageTs'>;

/**
 * Only what is in the record when the reading begins can be missed by it: listed then, since what comes meanwhile may be
 * recorded by another process, by another clock.
 */
async function recordedBefore(deps: Deps, thread: Thread): Promise<Map<string, Recorded>> {
  const contributions = await deps.store.listContributions(thread.consultationId);
  const here = contributions.filter(
    (one) =>
      one.channelId === thread.channelId &&
      one.threadTs === thread.threadTs &&
      (hasWords(one) || one.state === 'held'),
  );
  return new Map(here.map((one) => [contributionRef(one), keyOf(one)]));
}

const keyOf = ({ consultationId, teamId, channelId, messageTs }: Contribution): Recorded => ({
  consultationId,
  teamId,
  channelId,
  messageTs,
});
