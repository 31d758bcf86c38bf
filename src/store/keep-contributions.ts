import { type Contribution, type ContributionKey, contributionSchema } from '../domain/contribution.ts';
import type { ContributionIndex } from './contribution-index.ts';
import { isSameMessage, pick, withContribution } from './contribution-list.ts';
import { folderOf } from './keep-consultations.ts';
import type { StoredData } from './load-data.ts';
import { byMessage } from './message-order.ts';
import { seal } from './seal.ts';
import type { Store } from './store.ts';
import type { Use } from './use-data.ts';

const locate = (index: ContributionIndex, key: ContributionKey) => {
  const file = index.find(key);
  const current = file ? pick(key, file.current()) : null;
  return file && current ? { file, current } : null;
};

const sealAs = (consultationId: string, key: ContributionKey, changed: Contribution): Contribution => {
  if (changed.consultationId !== consultationId || !isSameMessage(key)(changed)) {
    throw new Error('A contribution keeps its consultation, team, channel and message time stamp.');
  }
  return seal(contributionSchema, changed);
};

const changeContribution = async (
  data: StoredData,
  consultationId: string,
  key: ContributionKey,
  change: (current: Contribution | null) => Contribution | null,
): Promise<Contribution | null> => {
  const folder = await folderOf(data, consultationId);
  // From here to the save nothing waits: that is what makes it one step.
  const found = locate(data.index, key);
  if (found && found.current.consultationId !== consultationId) {
    throw new Error('This message belongs to another consultation.');
  }
  const changed = change(found?.current ?? null);
  if (changed === null) {
    if (found) throw new Error('A contribution is never taken away, only marked as removed.');
    return null;
  }
  const next = changed === found?.current ? changed : sealAs(consultationId, key, changed);
  const file = found?.file ?? folder.contributions.forNew();
  data.index.set(key, file);
  await file.save(withContribution(file.current(), next));
  return next;
};

type Contributions = Pick<Store, 'changeContribution' | 'findContribution' | 'listContributions'>;

/** The store's part on contributions. */
export const keepContributions = (use: Use): Contributions => ({
  changeContribution: (consultationId, key, change) =>
    use((data) => changeContribution(data, consultationId, key, change)),
  findContribution: (key) =>
    use(async ({ index }) => {
      const file = index.find(key);
      return file ? pick(key, await file.settled()) : null;
    }),
  listContributions: (consultationId) =>
    use(async ({ consultations }) => {
      const files = consultations.get(consultationId)?.contributions.all() ?? [];
      const contributions = await Promise.all(files.map((file) => file.settled()));
      return contributions.flat().toSorted(byMessage);
    }),
});
