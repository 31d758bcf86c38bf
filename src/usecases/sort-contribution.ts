import type { Contribution, ContributionKey, Kind } from '../domain/contribution.ts';
import { UserError } from '../domain/errors.ts';
import { changeStanding } from './change-standing.ts';
import type { Deps } from './deps.ts';
import { lineOn } from './note-action.ts';
import { onContribution } from './use-case.ts';

/** Gives a contribution its kind and theme by hand; its author and the editors may. */
export const sortContribution = onContribution(
  'contribution.sort',
  async (
    deps: Deps,
    { consultation, contribution },
    input: { key: ContributionKey; version: number; kind: Kind | null; themeId: string },
    actor,
  ): Promise<void> => {
    if (!consultation.themes.some(({ id }) => id === input.themeId)) {
      throw new UserError('That theme is not part of this consultation. Choose one of its themes.');
    }
    await changeStanding(
      deps,
      contribution,
      { version: input.version, hash: null },
      (current) => sorted(current, input),
      (before, { kind, themeId }) =>
        kind === before?.kind && themeId === before.themeId
          ? []
          : [lineOn(deps, contribution, 'sorted', actor.userId)],
    );
  },
);

/** Leaving the kind as the words gave it is not a choice: later words may still give another. */
function sorted(
  current: Contribution,
  { kind, themeId }: { kind: Kind | null; themeId: string },
): Contribution {
  return kind === current.kind ? { ...current, themeId } : { ...current, themeId, kind, kindFrom: 'person' };
}
