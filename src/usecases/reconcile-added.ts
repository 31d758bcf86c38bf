import type { Consultation } from '../domain/consultation.ts';
import { type Contribution, hasWords } from '../domain/contribution.ts';
import type { Deps } from './deps.ts';
import { markMissing } from './mark-missing.ts';
import { takeIn } from './take-in.ts';
import { bySystem } from './use-case.ts';

/**
 * Reads again, one by one, the messages that were added from elsewhere: no theme's thread has them. One that is
 * gone is marked missing; one that Slack does not give now is left as it is, and the first failure thrown at the end.
 */
export const reconcileAdded = bySystem(
  async (deps: Deps, { consultation }: { consultation: Consultation }): Promise<void> => {
    const contributions = await deps.store.listContributions(consultation.id);
    const results = [];
    for (const one of contributions.filter((each) => isFromElsewhere(each, consultation))) {
      results.push(
        await readAgain(deps, one).then(
          () => null,
          (error: unknown) => ({ error }),
        ),
      );
    }
    const [failure] = results.filter((result) => result !== null);
    if (failure !== undefined) throw failure.error;
  },
);

const isFromElsewhere = (one: Contribution, consultation: Consultation): boolean =>
  (hasWords(one) || one.state === 'held') &&
  !(
    one.channelId === consultation.channelId &&
    consultation.themes.some((theme) => theme.threadTs === one.threadTs)
  );

async function readAgain(deps: Deps, contribution: Contribution): Promise<void> {
  const { channelId, messageTs, threadTs } = contribution;
  const found = await deps.workspace.rereadMessage(channelId, messageTs, threadTs);
  if (found !== null) return takeIn(deps, found);
  await markMissing(deps, contribution);
}
