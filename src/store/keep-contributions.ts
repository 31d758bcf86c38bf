import type { Contribution, ContributionKey } from '../domain/contribution.ts';
import type { ContributionIndex } from './contribution-index.ts';
import { pick, withContribution } from './contribution-list.ts';
import { folderOf } from './keep-consultations.ts';
import type { StoredData } from './load-data.ts';
import { byMessage } from './message-order.ts';
import { sealContribution } from './seal-contribution.ts';
import type { Store, Telling } from './store.ts';
import { toldLines } from './told-lines.ts';
import type { Use } from './use-until-closed.ts';
import { withLog, withoutLog } from './with-log.ts';

const locate = (index: ContributionIndex, key: ContributionKey) => {
  const file = index.find(key);
  const stored = file ? pick(key, file.current()) : null;
  return file && stored ? { file, stored, current: withoutLog<Contribution>(stored) } : null;
};

const changeContribution = async (
  data: StoredData,
  consultationId: string,
  key: ContributionKey,
  change: (current: Contribution | null) => Contribution | null,
  tell: Telling<Contribution | null, Contribution>,
): Promise<Contribution | null> => {
  const folder = await folderOf(data, consultationId);
  // From here to the save nothing waits: that is what makes it one step.
  const found = locate(data.index, key);
  if (found && found.current.consultationId !== consultationId) {
    throw new Error('This message belongs to another consultation.');
  }
  const current = found?.current ?? null;
  const changed = change(current);
  if (changed === null) {
    if (found) throw new Error('A contribution is never taken away, only marked as removed.');
    return null;
  }
  if (changed === current) {
    await found?.file.save(found.file.current());
    return current;
  }
  const next = sealContribution(consultationId, key, changed);
  const lines = toldLines(consultationId, tell(current, next));
  const stored = withLog(next, found?.stored ?? null, lines, folder.nextPlace);
  const file = found?.file ?? folder.contributions.forNew();
  data.index.set(key, file);
  await file.save(withContribution(file.current(), stored));
  return next;
};

type Contributions = Pick<Store, 'changeContribution' | 'findContribution' | 'listContributions'>;

/** The store's part on contributions. */
export const keepContributions = (use: Use<StoredData>): Contributions => ({
  changeContribution: (consultationId, key, change, tell = () => []) =>
    use((data) => changeContribution(data, consultationId, key, change, tell)),
  findContribution: (key) =>
    use(async ({ index }) => {
      const file = index.find(key);
      const stored = file ? pick(key, await file.settled()) : null;
      return stored && withoutLog<Contribution>(stored);
    }),
  listContributions: (consultationId) =>
    use(async ({ consultations }) => {
      const files = consultations.get(consultationId)?.contributions.all() ?? [];
      const contributions = await Promise.all(files.map((file) => file.settled()));
      return contributions
        .flat()
        .map((stored) => withoutLog<Contribution>(stored))
        .toSorted(byMessage);
    }),
});
