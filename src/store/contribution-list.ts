import type { Contribution, ContributionKey } from '../domain/contribution.ts';

/** Whether a contribution, or a key, is of this message. */
export const isSameMessage =
  (key: ContributionKey) =>
  (other: ContributionKey): boolean =>
    other.messageTs === key.messageTs && other.channelId === key.channelId && other.teamId === key.teamId;

/** The contributions with this one added, or in the place of its former self; the same list when it is there. */
export const withContribution = (
  contributions: readonly Contribution[],
  added: Contribution,
): readonly Contribution[] => {
  const at = contributions.findIndex(isSameMessage(added));
  if (at < 0) return [...contributions, added];
  return contributions[at] === added ? contributions : contributions.with(at, added);
};

/** The contribution of this key in a list of them, or null. */
export const pick = (key: ContributionKey, contributions: readonly Contribution[]): Contribution | null =>
  contributions.find(isSameMessage(key)) ?? null;
