import type { ContributionKey } from './contribution.ts';

/** The address of a message in Slack; `workspaceUrl` has no slash at its end. */
export const messageLink = (
  workspaceUrl: string,
  { channelId, messageTs }: Pick<ContributionKey, 'channelId' | 'messageTs'>,
): string => `${workspaceUrl}/archives/${channelId}/p${messageTs.replace('.', '')}`;
