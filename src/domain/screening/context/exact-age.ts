import type { Finding } from '../finding.ts';
import type { Detector } from '../reading.ts';
import { type AgeForm, ageForms } from './age-forms.ts';
import { years } from './numbers.ts';
import { appears, lowered, matches, pattern } from './pattern.ts';

const worthALook = pattern`${years}`;

/**
 * Exact ages of one person (table 4.2): with months, or in weeks or days, they may not be kept; in years they are
 * looked at. Ranges, policy ages and the ages of plans pass: "16 to 17 year olds", "care leavers up to 25",
 * "a 10-year strategy".
 */
export const findExactAge: Detector = (reading) => {
  const text = lowered(reading.text);
  return appears(worthALook, text) ? ageForms.flatMap((form) => findingsOf(form, text)) : [];
};

const findingsOf = ({ search, strength, isAge }: AgeForm, text: string): Finding[] =>
  matches(search, text)
    .filter((match) => isAge(text, match))
    .map(({ start, end }) => ({ type: 'exact-age', strength, start, end }));
