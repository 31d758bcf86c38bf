import type { Detector } from '../reading.ts';
import { matchesOf, toFinding } from './matches.ts';

/** Court, year, type and number: "ZE21C00123". */
const shape = /(?<![a-z\d])[a-z]{2}[ -]?[012]\d[ -]?[a-z][ -]?\d{5}(?![a-z\d])/gi;

/** The number of a case in the Family Court. A neutral citation ("[2021] EWFC 12") has another shape and is public. */
export const courtReference: Detector = (reading) =>
  matchesOf(reading, shape).map(toFinding('court-reference', 'block'));
