import type { Consultation } from '../domain/consultation.ts';
import type { Deps } from './deps.ts';

/** A consultation's title, for a member of its channel; null for anybody else, and where Slack does not say. */
export async function titleFor(
  { workspace }: Deps,
  { channelId, title }: Consultation,
  userId: string,
): Promise<string | null> {
  const isMember = await workspace.isMember(channelId, userId).catch(() => false);
  return isMember ? title : null;
}
