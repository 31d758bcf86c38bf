import type { ContributionKey } from '../domain/contribution.ts';

/** Whether a contribution, or a key, is of this message. */
export const isSameMessage =
  (key: ContributionKey) =>
  (other: ContributionKey): boolean =>
    other.messageTs === key.messageTs && other.channelId === key.channelId && other.teamId === key.teamId;

/** The contributions with this one added, or in the place of its former self. */
export const withContribution = <T extends ContributionKey>(
  contributions: readonly T[],
  added: T,
): readonly T[] => {
  const at = contributions.findIndex(isSameMessage(added));
  return at < 0 ? [...contributions, added] : contributions.with(at, added);
};

/** The contribution of this key in a list of them, or null. */
export const pick = <T extends ContributionKey>(
  key: ContributionKey,
  contributions: readonly T[],
): T | null => contributions.find(isSameMessage(key)) ?? null;
