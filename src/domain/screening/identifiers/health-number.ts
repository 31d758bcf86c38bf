import type { Detector } from '../reading.ts';
import { cueFor } from './cue.ts';
import { toFinding } from './matches.ts';
import { weightedMod11 } from './mod-11.ts';
import { isBookOrMoney } from './other-numbers.ts';
import { type TenDigits, tenDigitNumbers } from './ten-digits.ts';

const isHealth = cueFor(
  `NHS(?:[ -]?(?:no|num|number|id))?|H ?& ?C(?: no| number)?|HCN|health and care(?: no| number)`,
);
const isChi = cueFor(`CHI(?:[ -]?(?:no|number))?|community health index`);
const isLearner = cueFor('ULN|unique learner (?:no|number)|learner (?:no|number)');

/**
 * An NHS number, or one of its sisters (CHI in Scotland, H&C in Northern Ireland): ten digits with the check of
 * the NHS data dictionary. Beside its name one that fails counts too: a slip of the pen still identifies. Every
 * numeric ISBN-10 passes the same check, so what is called one is left alone.
 */
export const healthNumber: Detector = (reading) =>
  tenDigitNumbers(reading).filter(isHealthNumber).map(toFinding('nhs-number', 'block'));

function isHealthNumber(number: TenDigits): boolean {
  if (isHealth(number)) return true;
  if (isChi(number)) return passesCheck(number.digits) || beginsWithDay(number.digits);
  return !isBookOrMoney(number) && !isLearner(number) && passesCheck(number.digits);
}

/** Weights 10 to 2; 11 minus the remainder, where 11 counts as 0 and 10 is never given. Ten times one digit is a form's filler. */
function passesCheck(digits: string): boolean {
  return !/^(\d)\1{9}$/.test(digits) && (11 - weightedMod11(digits)) % 11 === Number(digits[9]);
}

/** A CHI number begins with its holder's day of birth, DDMMYY. */
const beginsWithDay = (digits: string): boolean => /^(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])/.test(digits);
