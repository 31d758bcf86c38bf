import type { Detector } from '../reading.ts';
import { cueFor } from './cue.ts';
import { type Match, matchesOf, toFinding } from './matches.ts';

/** A letter and twelve digits, or of a temporary number eleven and a letter, however they are parted. */
const shape = /(?<![a-z\d])[a-z](?:[ ./-]{0,2}\d){11}[ ./-]{0,2}[a-z\d](?![a-z\d])/gi;
/** "a 2019 2020 2021 figure", "Q 2019/2020/2021": a letter and twelve digits, too. */
const isWordOrYears = /^a |^[a-z](?:[ ./-]+(?:19|20)\d\d){3}$/i;
const isNamed = cueFor('UPN|(?:unique )?pupil (?:no|number)');
const letters = 'ABCDEFGHJKLMNPQRTUVWXYZ';

/**
 * A unique pupil number, by its check letter: the sum of value times position (2 to 13), modulo 23 (the GovTalk
 * schema UniquePupilNumber 2.0). One that fails counts where it is called one.
 */
export const pupilNumber: Detector = (reading) =>
  matchesOf(reading, shape)
    .filter((match) => passesCheck(match) || isNamed(match))
    .map(toFinding('upn', 'block'));

function passesCheck({ text }: Match): boolean {
  if (isWordOrYears.test(text)) return false;
  const [check = '', ...rest] = text.replace(/[ ./-]/g, '').toUpperCase();
  const sum = rest.reduce((total, sign, index) => total + valueOfSign(sign) * (index + 2), 0);
  return rest.every((sign) => valueOfSign(sign) >= 0) && letters[sum % 23] === check;
}

const valueOfSign = (sign: string): number => (/\d/.test(sign) ? Number(sign) : letters.indexOf(sign));
