import { isDeepStrictEqual } from 'node:util';
import type { Consultation } from '../domain/consultation.ts';
import type { Contribution, ContributionKey } from '../domain/contribution.ts';
import type { Cues } from '../domain/cues.ts';
import { FieldError } from '../domain/errors.ts';
import { holdBackCue } from '../domain/read-cues.ts';
import { saidTypes, typesOf } from '../domain/screening/finding.ts';
import { changeStanding } from './change-standing.ts';
import { type Deps, screenOf } from './deps.ts';
import { lineOn } from './note-action.ts';
import { refuseBlocked } from './refuse-blocked.ts';
import { onContribution } from './use-case.ts';

/** What an editor says of a contribution. */
export type Decision = {
  key: ContributionKey;
  /** Of the contribution when the form was opened, and of the text that the editor saw in it. */
  version: number;
  hash: string;
  /** null: not decided now. */
  inSubmission: boolean | null;
  reason: string;
  /** null: the words stand as they are. */
  wording: { typed: string; text: string } | null;
};

/** An editor's decision on whether, and in which words, a contribution stands in the submission. */
export const decideContribution = onContribution(
  'contribution.decide',
  async (deps: Deps, { consultation, contribution }, asked: Decision, actor): Promise<void> => {
    const { wording, hash } = asked;
    refuseBlocked(deps, consultation, {
      reason: reasonGiven(asked, contribution),
      wording: wording?.typed ?? '',
    });
    const change = (current: Contribution): Contribution => {
      const decision = { ...asked, reason: reasonGiven(asked, current) };
      refuseUncovered(deps, consultation, current, decision);
      return {
        ...current,
        use: usedAs(current, decision, actor.userId, deps.cues),
        wording: wording && { ...wording, by: actor.userId, ofHash: hash },
      };
    };
    await changeStanding(deps, contribution, asked, change, (before, decided) =>
      isAsBefore(decided, before) ? [] : [lineOn(deps, decided, 'decided', actor.userId)],
    );
  },
);

/** The form still shows why a reply was left out: that is no reason to use it. */
const reasonGiven = ({ inSubmission, reason }: Decision, { use }: Contribution): string =>
  inSubmission && !use.inSubmission && reason === use.reason ? '' : reason;

/** A form may be sent to change something else. */
const isAsBefore = ({ use, wording }: Contribution, before: Contribution | null): boolean =>
  isDeepStrictEqual([use, wording], [before?.use, before?.wording]);

/**
 * What the screen warns of is used only in a wording that the screen lets pass, or as it stands with a reason. A
 * wording is such a decision by itself.
 */
function refuseUncovered(
  deps: Deps,
  consultation: Consultation,
  { warnings }: Contribution,
  { inSubmission, reason, wording }: Decision,
): void {
  if (warnings.length === 0 || inSubmission === false || reason !== '') return;
  if (wording !== null) {
    const types = typesOf(screenOf(deps, consultation)(wording.typed)).filter(
      (type) => type !== 'attribution',
    );
    if (types.length === 0) return;
    throw new FieldError(
      'wording',
      `This wording still seems to hold ${saidTypes(types)}. Make it vaguer, or choose “Yes” and give the reason why it may stand.`,
    );
  }
  if (inSubmission === true)
    throw new FieldError(
      'reason',
      'Say why it may stand as it is, or give a wording that identifies nobody.',
    );
}

function usedAs(
  current: Contribution,
  { inSubmission, reason, wording }: Decision,
  userId: string,
  cues: Cues,
): Contribution['use'] {
  const { use, state, warnings } = current;
  const isReworded = inSubmission === null && wording !== null && waitsForWarningOnly(current, cues);
  if (isReworded) return { inSubmission: true, reason: '', decidedBy: userId };
  const isAsItWas = inSubmission && use.inSubmission && state === 'standing' && warnings.length === 0;
  return inSubmission === null || isAsItWas ? use : { inSubmission, reason, decidedBy: userId };
}

const waitsForWarningOnly = ({ state, warnings, use, text }: Contribution, cues: Cues): boolean =>
  state === 'standing' && warnings.length > 0 && use.decidedBy === null && holdBackCue(text, cues) === null;
