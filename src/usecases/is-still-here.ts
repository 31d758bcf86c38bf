import type { Consultation } from '../domain/consultation.ts';
import { UserError } from '../domain/errors.ts';
import type { Deps } from './deps.ts';

/** Whether a person may know of the consultation and decide in it: a full member, in its channel. Rejects when Slack does not answer. */
export async function isStillHere(
  { workspace }: Deps,
  { channelId }: Consultation,
  userId: string,
): Promise<boolean> {
  const isMember = await workspace.isMember(channelId, userId).catch(outsideIsNobody);
  return isMember && (await workspace.person(userId)).is === 'full member';
}

/** As far as the app can see, nobody is in a channel that it is not in itself. */
function outsideIsNobody(error: unknown): false {
  if (error instanceof UserError) return false;
  throw error;
}
