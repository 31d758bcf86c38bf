import type { Contribution } from '../domain/contribution.ts';
import { missing } from '../domain/taken-back.ts';
import type { Deps } from './deps.ts';
import { noteOn } from './note-action.ts';
import { bySystem } from './use-case.ts';

/** Marks a contribution that a complete reading did not find. */
export const markMissing = bySystem(async (deps: Deps, contribution: Contribution): Promise<void> => {
  let isNews = false;
  const now = await deps.store.changeContribution(contribution.consultationId, contribution, (current) => {
    const changed = current && missing(current);
    isNews = changed !== null && changed.state !== current?.state;
    return changed;
  });
  if (now !== null && isNews) await noteOn(deps, now, 'missing', null);
});
