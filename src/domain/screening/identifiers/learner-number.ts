import type { Detector } from '../reading.ts';
import { cueFor } from './cue.ts';
import { toFinding } from './matches.ts';
import { weightedMod11 } from './mod-11.ts';
import { isBookOrMoney, isOfAThing } from './other-numbers.ts';
import { type TenDigits, tenDigitNumbers } from './ten-digits.ts';

const isNamed = cueFor('ULN|unique learner (?:no|number)');
/** By which forms show how an NHS number is set out: it fails that check, and passes this one by chance. */
const formatExample = '9876544321';
const isHinted = cueFor('learner(?: no| number| id)?');

/**
 * A unique learner number: ten digits that are called one, or that hold its check (ten minus the remainder of the
 * sum that NHS numbers use) and are called nothing else. By chance one in eleven such numbers does.
 */
export const learnerNumber: Detector = (reading) =>
  tenDigitNumbers(reading).filter(isLearnerNumber).map(toFinding('uln', 'block'));

function isLearnerNumber(number: TenDigits): boolean {
  if (isNamed(number)) return true;
  if (!passesCheck(number.digits)) return false;
  if (isHinted(number)) return true;
  return number.digits !== formatExample && !isBookOrMoney(number) && !isOfAThing(number);
}

/** None begins with a 0; ten times one digit is a form's filler. */
const passesCheck = (digits: string): boolean =>
  /^([1-9])(?!\1{9})/.test(digits) && 10 - weightedMod11(digits) === Number(digits[9]);
