import type { Finding } from '../finding.ts';
import { onceEach } from '../once-each.ts';
import type { Detector } from '../reading.ts';
import { type AgeForm, ageBeginnings, ageForms } from './age-forms.ts';
import { peopleSpokenOf } from './age-of-one.ts';
import { years } from './numbers.ts';
import { appears, lowered, matchesAt, pattern } from './pattern.ts';

const beforeAge = String.raw`(?:[(,–-](?: )?|'s |\b(?:aged?:?|at|of|is|was|be|turned|turns|turning|only|just|now|about|nearly
  |almost|barely|still|currently|siblings|brothers|sisters|twins) )`;
/** A number with a word of time behind it, or behind what leads to an age: most texts that say "one" have none. */
const worthALook = pattern`${years}(?:(?: |-)?(?:y|month|week|day)|(?<=${beforeAge}${years}))`;

/**
 * Exact ages of one person (table 4.2): with months, or in weeks or days, they may not be kept; in years they are
 * looked at. Ranges, policy ages and the ages of plans pass: "16 to 17 year olds", "care leavers up to 25",
 * "a 10-year strategy".
 */
export const findExactAge: Detector = (reading) => {
  const text = lowered(reading.text);
  if (!appears(worthALook, text)) return [];
  const beginnings = ageBeginnings(text);
  const peopleIn = onceEach(peopleSpokenOf);
  const findingsOf = ({ begins, search, strength, isAge }: AgeForm): Finding[] =>
    matchesAt(search, text, beginnings[begins])
      .filter((match) => isAge(text, match, peopleIn))
      .map(({ start, end }) => ({ type: 'exact-age', strength, start, end }));
  return ageForms.flatMap(findingsOf);
};
