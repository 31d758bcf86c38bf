import { contributionRef, hasWords } from '../domain/contribution.ts';
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
  const startedAt = deps.now().toISOString();
  const seen = new Set<string>();
  const failures: unknown[] = [];
  for await (const page of deps.workspace.readThread(thread.channelId, thread.threadTs)) {
    for (const message of page)
      seen.add(contributionRef(message.found === 'reply' ? message.reply : message.key));
    const results = await Promise.allSettled(page.map((message) => takeIn(deps, message)));
    failures.push(...results.flatMap((result) => (result.status === 'rejected' ? [result.reason] : [])));
  }
  if (failures.length > 0) throw failures[0];
  await markUnseen(deps, thread, seen, startedAt);
});

/** Only what was recorded before the reading began can be missed by it. */
async function markUnseen(deps: Deps, thread: Thread, seen: Set<string>, startedAt: string): Promise<void> {
  const contributions = await deps.store.listContributions(thread.consultationId);
  const gone = contributions.filter(
    (one) =>
      one.channelId === thread.channelId &&
      one.threadTs === thread.threadTs &&
      (hasWords(one) || one.state === 'held') &&
      one.recordedAt < startedAt &&
      !seen.has(contributionRef(one)),
  );
  for (const one of gone) await markMissing(deps, one);
}
