import { type Contribution, type ContributionKey, contributionSchema } from '../domain/contribution.ts';
import { isSameMessage } from './contribution-list.ts';
import { seal } from './seal.ts';

/** A frozen copy of a changed contribution. Throws when the change moved it, or when it does not fit the schema. */
export const sealContribution = (
  consultationId: string,
  key: ContributionKey,
  changed: Contribution,
): Contribution => {
  if (changed.consultationId !== consultationId || !isSameMessage(key)(changed)) {
    throw new Error('A contribution keeps its consultation, team, channel and message time stamp.');
  }
  return seal(contributionSchema, changed);
};
