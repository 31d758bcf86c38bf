import type { Contribution } from './contribution.ts';
import type { Cues } from './cues.ts';
import { holdBackCue } from './read-cues.ts';
import { type FindingType, saidTypes } from './screening/finding.ts';

type Use = Contribution['use'];

const REOPENED = 'An editor had decided on it before it was held';
const isReopened = ({ decidedBy, reason }: Use): boolean => decidedBy === null && reason.startsWith(REOPENED);

/**
 * What a reply is to be once its words are held: what an editor had decided went with the words, and no edit may undo
 * it by a hold, so it waits for an editor when it is released.
 */
export const useWhileHeld = ({ use, wording }: Pick<Contribution, 'use' | 'wording'>): Use => {
  const wasDealtWith = use.decidedBy !== null || wording !== null || isReopened(use);
  return wasDealtWith
    ? { inSubmission: false, reason: REOPENED, decidedBy: null }
    : { inSubmission: true, reason: '', decidedBy: null };
};

/** What an editor must look at before new words are used: what they ask themselves, and what the screen warns of. */
export function lookedAt(
  { use }: Pick<Contribution, 'use'>,
  text: string,
  warnings: FindingType[],
  cues: Cues,
): Pick<Contribution, 'use' | 'warnings'> {
  const cue = holdBackCue(text, cues);
  const reasons = [
    ...(isReopened(use) ? [REOPENED] : []),
    ...(cue === null ? [] : [`The reply says “${cue}”`]),
    ...(warnings.length === 0 ? [] : [`It may identify somebody: ${saidTypes(warnings)}`]),
  ];
  const asked = { inSubmission: reasons.length === 0, reason: reasons.join('. '), decidedBy: null };
  // New words that ask to be looked at reopen a “Yes” to the old ones; a “No” keeps them out anyway.
  const stands = use.decidedBy !== null && (asked.inSubmission || !use.inSubmission);
  return { warnings, use: stands ? use : asked };
}
