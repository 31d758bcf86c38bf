import type { Finding } from '../finding.ts';
import { type AgeTest, isCalledByAge, isLifetime, isOfOne, isReached } from './age-of-one.ts';
import { years } from './numbers.ts';
import { pattern, patternAt, placesOf } from './pattern.ts';
import { child, onePerson, person, sheOrHe } from './people.ts';

/** What a form begins with. */
const beginnings = {
  number: pattern`(?=${years})`,
  somebody: pattern`\b(?=(?:${person}|she|he)\b)`,
  word: pattern`\b(?=(?:aged?|at|siblings|brothers|sisters|twins)\b)`,
};
type Beginning = keyof typeof beginnings;

export type AgeForm = {
  begins: Beginning;
  search: RegExp;
  strength: Finding['strength'];
  isAge: AgeTest;
};

/** The places of a text where forms may begin. */
export const ageBeginnings = (text: string): Record<Beginning, number[]> => ({
  number: placesOf(beginnings.number, text),
  somebody: placesOf(beginnings.somebody, text),
  word: placesOf(beginnings.word, text),
});

const months = String.raw`(?:\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven)[ -]?(?:m|mths?
  |mnths?|mos?|months?)\b`;
const adverb = '(?:(?:only|just|now|about|nearly|almost|barely|still|currently) ){0,2}';
const yearsOld = `(?: ?(?:years?|yrs?)(?:[ -]old| of age)?)?`;
const goesOn = `(?:who|in|with|was|is|has|had|from|and|but|on|at|so|then|when|now|this|next|today|placed|living|waits?|
  waited|needs?|cannot|went|goes|lives?|lived|told|said)`;
const ends = String.raw`(?=\s*(?:[.;:!?)]|$)|,\s| ${goesOn}\b)(?! in (?:a (?:million|hundred|thousand)|\d|three
  |four|five|ten)\b)`;
const noRange = String.raw`(?! ?(?:to|or|[–+-]|and (?:over|under|above|below|up)|upwards|plus|months?|weeks?
  |days?)\b| ?[–+-])`;
const isSure = () => true;

/** How an age is written, the exact ones first. */
export const ageForms: AgeForm[] = [
  // "7y 4m", "7 years and 4 months"
  {
    begins: 'number',
    search: patternAt`${years}[ -]?(?:y|yrs?|years?)(?:[ -]old)?(?:,? and|,)?[ -]?${months}`,
    strength: 'block',
    isAge: isLifetime,
  },
  // "11 months old", "a 6-week-old baby", and no "six-month-old policy"
  {
    begins: 'number',
    search: patternAt`${years}[ -](?:months?|weeks?|days?)[ -]old\b(?! (?!${person}\b|${goesOn}\b)\p{L})`,
    strength: 'block',
    isAge: isOfOne,
  },
  {
    begins: 'number',
    search: patternAt`(?<=\b(?:aged?|(?:into care|fostered|adopted) at) )${years}(?: (?:months?|weeks?|days?)\b| and ${months})${noRange}`,
    strength: 'block',
    isAge: isOfOne,
  },
  // "a baby of 11 weeks", "newborn, 3 days", "he is eleven weeks and"
  {
    begins: 'somebody',
    search: patternAt`(?:(?<!\b(?:every|each|any|no) )\b${child}(?: of (?:only |just )?|, (?:only |just )?| \()
      |(?:${sheOrHe}|${onePerson})(?:'s| is
      | was) ${adverb})${years} (?:days?|weeks?|months?)(?: old)?
      (?=[.,;!?)]|$| ${goesOn}\b)(?! (?:later|ago|after|before|into|late|early|overdue|behind|in (?:post|to|advance))\b)`,
    strength: 'block',
    isAge: isReached,
  },
  // "7-year-old", "7yo", "14 y/o"
  {
    begins: 'number',
    search: patternAt`${years}(?:[ -]?(?:years?|yrs?)[ -]old|[ -]?y[/.]?o\b)(?!s)`,
    strength: 'warn',
    isAge: isCalledByAge,
  },
  {
    begins: 'word',
    search: patternAt`\baged?:? (?:only |just |about )?${years}\b${noRange}`,
    strength: 'warn',
    isAge: isOfOne,
  },
  // "siblings aged 4, 7 and 9"
  {
    begins: 'word',
    search: patternAt`\b(?:siblings|brothers|sisters|twins)(?:,? aged|,| \()? ${years}\b(?=,| and |\)|$
      |\.(?!\d))${noRange}`,
    strength: 'warn',
    isAge: isSure,
  },
  // "she's 9", "a girl who is 12", "he turned 12"
  {
    begins: 'somebody',
    search: patternAt`(?:${onePerson}|${sheOrHe})(?:'s|(?: who)? (?:is|was|(?:had |has (?:just )?)?turned|turns
      |is turning|will be)|'ll be) ${adverb}${years}${yearsOld}${ends}`,
    strength: 'warn',
    isAge: isReached,
  },
  // "her son (6)", "a boy, 7, was"
  {
    begins: 'somebody',
    search: patternAt`${onePerson}(?: ?\(|, | [–-] )${adverb}${years}${yearsOld}(?=\)|,|\.(?!\d)|;|$| (?:was|is
      |has|had|who|[–-]) )`,
    strength: 'warn',
    isAge: isSure,
  },
  {
    begins: 'somebody',
    search: patternAt`(?<!\b(?:every|each|any|no) )\b${child} of (?:only |just )?${years}${yearsOld}(?=[.,;!?)]
      |$| ${goesOn}\b)`,
    strength: 'warn',
    isAge: isSure,
  },
  {
    begins: 'word',
    search: patternAt`\bat (?:(?:the )?age (?:of )?|just |only )?${years},? ${sheOrHe} (?:was|had|went|moved|came
      |entered|became|lost)\b`,
    strength: 'warn',
    isAge: isSure,
  },
];
