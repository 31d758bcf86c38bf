import type { Detector } from '../reading.ts';
import { cueFor } from './cue.ts';
import { type Match, matchesOf, toFinding } from './matches.ts';

const shape = /(?<![a-z\d])[a-z]{2}(?:[ ./-]{0,2}\d\d){3}[ ./-]{0,2}[a-d](?![a-z\d])/gi;
/** HMRC's manual, NIM39110: D F I Q U V in neither place, O not second, and seven pairs that are never given. */
const prefix = /^(?!BG|GB|KN|NK|NT|TN|ZZ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z]/i;
/** HMRC's own example, and any two capitals where the digits stand in pairs, as nothing else is set out. */
const example = /^QQ/i;
const inPairs = /^[A-Z]{2}[ ./-]{1,2}\d\d[ ./-]{1,2}\d\d[ ./-]{1,2}\d\d[ ./-]{0,2}[A-D]$/;
const isNamed = cueFor('NINO|NI(?: no| number)?|national insurance(?: no| number)?');

/** A National Insurance number; with a prefix that is never given only where it is called one or set out like one. */
export const nationalInsuranceNumber: Detector = (reading) =>
  matchesOf(reading, shape)
    .filter((match) => isNamed(match) || isGiven(match))
    .map(toFinding('nino', 'block'));

/** "from 10 to 20 30 40 a week" is none. */
const isGiven = ({ text }: Match): boolean =>
  inPairs.test(text) || ((prefix.test(text) || example.test(text)) && !/^[a-z]{2} .* a$/.test(text));
