import type { FindingType } from '../../src/domain/screening/finding.ts';
import type { Outcome } from './corpus.ts';
import type { Measurement } from './measure.ts';

/** The least that a screen must do with a set of labelled texts; the shares are of 1. */
export type Floors = {
  /** Identifiers that must be found in every text that has one. */
  neverMissed: FindingType[];
  leastHeld: number;
  mostFalseAlarms: number;
};

/** For the texts that the rules may learn from: a check digit or a fixed form leaves no excuse. */
export const learntFloors: Floors = {
  neverMissed: ['nhs-number', 'upn', 'uln', 'nino'],
  leastHeld: 0.98,
  mostFalseAlarms: 0.02,
};

/** For the texts that were written without the rules: what held with a margin when last measured, so that a collapse shows. */
export const unseenFloors: Floors = { ...learntFloors, leastHeld: 0.95, mostFalseAlarms: 0.02 };

/** The promises that a measurement breaks, in words; none when the screen is good enough. */
export function brokenFloors({ types, classes }: Measurement, floors: Floors): string[] {
  const { neverMissed, leastHeld, mostFalseAlarms } = floors;
  const share = (label: Outcome, was: Outcome): number => {
    const count = classes.find((each) => each.class === label);
    return count === undefined || count.texts === 0 ? 0 : count[was] / count.texts;
  };
  const broken = types
    .filter(({ type, expected, right }) => neverMissed.includes(type) && (right < expected || expected === 0))
    .map(({ type, expected, right }) => `${type}: found in ${right} of ${expected} texts, not in all`);
  if (share('block', 'block') < leastHeld)
    broken.push(`Texts to hold: fewer than ${inHundred(leastHeld)} are held`);
  if (1 - share('pass', 'pass') > mostFalseAlarms)
    broken.push(`Innocent texts: more than ${inHundred(mostFalseAlarms)} have a finding`);
  return broken;
}

const inHundred = (share: number): string => `${Math.round(share * 100)} in 100`;
