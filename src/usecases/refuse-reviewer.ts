import { FieldError } from '../domain/errors.ts';
import type { Deps } from './deps.ts';

/** Throws a FieldError for a safeguarding reviewer who could not see what is held: they are a full member of the channel. */
export async function refuseReviewer(
  { workspace }: Pick<Deps, 'workspace'>,
  channelId: string,
  reviewerId: string | null,
): Promise<void> {
  if (reviewerId === null) return;
  const known = await Promise.all([
    workspace.isMember(channelId, reviewerId),
    workspace.person(reviewerId),
  ]).catch(() => null);
  if (known === null) throw refused('Slack did not say in time who this is. Send the form again.');
  const [isMember, { is }] = known;
  if (!isMember) throw refused('They are not in the channel. Invite them first, or choose somebody who is.');
  if (is !== 'full member')
    throw refused('A guest or an app cannot be the safeguarding reviewer. Choose a full member.');
}

const refused = (message: string) => new FieldError('safeguardingReviewer', message);
