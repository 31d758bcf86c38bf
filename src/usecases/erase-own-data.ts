import type { Deps } from './deps.ts';
import { type ErasureReport, eraseData } from './erase-data.ts';
import { inWorkspace } from './use-case.ts';

/** Erases what is held about whoever asks, up to when they asked (UTC ISO); asked twice, it is the same erasure. */
export const eraseOwnData = inWorkspace(
  'own-data.erase',
  async (deps: Deps, { until }: { until: string }, actor): Promise<ErasureReport> =>
    eraseData(deps, { userId: actor.userId, until, by: actor.userId }),
);
