import type { ContributionKey } from '../domain/contribution.ts';

/** Seconds have 1 to 12 digits and microseconds always 6, so padded texts compare as the numbers do, exactly. */
const sortKey = ({ messageTs, channelId, teamId }: ContributionKey): string =>
  [messageTs.padStart(19, '0'), channelId, teamId].join(' ');

/** For sorting: the order in which Slack took the messages, the channel deciding between equal times. */
export const byMessage = (one: ContributionKey, other: ContributionKey): number => {
  const [first, second] = [sortKey(one), sortKey(other)];
  if (first === second) return 0;
  return first < second ? -1 : 1;
};
