import { missing } from '../domain/capture.ts';
import { type ContributionKey, contributionRef } from '../domain/contribution.ts';
import { reactionsFound } from '../domain/endorse.ts';
import { isEndorsement } from '../domain/read-cues.ts';
import type { Deps } from './deps.ts';
import { recordReply } from './record-reply.ts';
import { removeReply } from './remove-reply.ts';
import { bySystem } from './use-case.ts';
import type { ThreadMessage } from './workspace.ts';

export type Thread = { consultationId: string; channelId: string; threadTs: string };

/**
 * Reads a theme's thread to its end and makes the record agree: replies and edits that were never delivered
 * are recorded, what is gone is marked missing. Throws, having marked nothing, when the reading breaks off.
 */
export const reconcileThread = bySystem(async (deps: Deps, thread: Thread): Promise<{ recorded: number }> => {
  const startedAt = deps.now();
  const readTs = `${Math.floor(startedAt.getTime() / 1000)}.000000`;
  const seen = new Set<string>();
  let recorded = 0;
  for await (const page of deps.workspace.readThread(thread.channelId, thread.threadTs)) {
    for (const message of page) {
      seen.add(contributionRef(message.found === 'reply' ? message.reply : message.key));
      if (await takeIn(deps, message, readTs)) recorded += 1;
    }
  }
  await markMissing(deps, thread, seen, startedAt.toISOString());
  return { recorded };
});

async function takeIn(deps: Deps, message: ThreadMessage, readTs: string): Promise<boolean> {
  if (message.found === 'deleted') {
    await removeReply(deps, { ...message.key, threadTs: null, authorId: null });
    return false;
  }
  const result = await recordReply(deps, message.reply);
  if (result.outcome !== 'recorded' || result.contribution.state === 'removed') return false;
  const { consultationId } = result.contribution;
  const endorsing = message.reactions.filter(({ reaction }) => isEndorsement(reaction, deps.cues));
  await deps.store.changeContribution(
    consultationId,
    message.reply,
    (current) => current && reactionsFound(current, endorsing, readTs),
  );
  if (!message.isTicked && !result.isNew) deps.workspace.tick(message.reply);
  return result.isNew;
}

/** Only what was recorded before the reading began can be missed by it. */
async function markMissing(deps: Deps, thread: Thread, seen: Set<string>, startedAt: string): Promise<void> {
  const contributions = await deps.store.listContributions(thread.consultationId);
  const gone = contributions.filter(
    (one) =>
      one.channelId === thread.channelId &&
      one.threadTs === thread.threadTs &&
      one.state === 'standing' &&
      one.recordedAt < startedAt &&
      !seen.has(contributionRef(one)),
  );
  for (const one of gone satisfies ContributionKey[]) {
    await deps.store.changeContribution(thread.consultationId, one, (current) => current && missing(current));
  }
}
