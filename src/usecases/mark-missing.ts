import type { Contribution, ContributionKey } from '../domain/contribution.ts';
import { missing } from '../domain/taken-back.ts';
import type { Deps } from './deps.ts';
import { lineOn } from './note-action.ts';
import { bySystem } from './use-case.ts';

type Missing = ContributionKey & Pick<Contribution, 'consultationId'>;

/** Marks a contribution that a complete reading did not find. */
export const markMissing = bySystem(async (deps: Deps, contribution: Missing): Promise<void> => {
  await deps.store.changeContribution(
    contribution.consultationId,
    contribution,
    (current) => current && missing(current),
    (before, now) => (now.state === before?.state ? [] : [lineOn(deps, now, 'missing', null)]),
  );
});
