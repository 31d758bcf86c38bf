import type { Finding } from '../finding.ts';
import { overlapsAny } from '../in-link.ts';
import type { Detector } from '../reading.ts';
import { isAcronym } from './acronyms.ts';
import { type FullDate, fullDates, partialDates } from './dates.ts';
import { appears, capitalPattern, lowered, type Match, matches, pattern } from './pattern.ts';
import { onePerson, person, sheOrHe } from './people.ts';
import { after, before } from './surroundings.ts';

const dob = String.raw`(?:d\.? ?o\.? ?b\b\.?|date of birth|birth ?date|birth ?day|b-?day)`;

const birthBefore = pattern`(?:\b${dob}(?!s)|\bborn\b)[^!?\n]{0,30}$|\(b\.? ?$`;
const birthAfter = pattern`^[ ,()–-]{0,4}(?:(?:is|was|being|as) )?
  (?:(?:when )?(?:${sheOrHe}|the ${person}) was born|(?:(?:his|her|their|my|the|${person}'s) )?${dob}|born\b)`;
/** A label with its date on the next line, or a table's column of them. */
const labelAbove = pattern`\b${dob}[ \t]*[:=–-]?[ \t]*\n[ \t]*$`;
const columnAbove = pattern`\|[^|\n]{0,20}\b${dob}[^|\n]{0,20}\|[^\n]{0,200}\n[ \t]*\|[ \t:|-]{3,200}\n(?:[^\n]{0,200}\n){0,20}[ \t]*\|[^\n]{0,200}$`;
const agedBefore = pattern`\baged? ?[^\n!?]{0,14}(?<!\b(?:on|at|by|as of|since|before|until|to|from
  |and))[ ,:(–-]{1,3}$`;
/** "children born after …", "the idea was born on …", "its first birthday": the birth of nobody in particular. */
const nobodysBirth = pattern`\bborn (?:on or )?(?:after|before|between|since)\b
  |(?<!\b(?:two|both) )\b(?:children|babies|people|pupils|students|boys|girls|those|everyone|anyone
    |cohorts?)\b[^!?\n]{0,30}\b(?:born|birth)
  |\b(?:idea|scheme|service|project|review|policy|team|charity|trust|NHS|programme|campaign|movement|network)
    (?:'s)? (?:was |is )?born\b
  |\b(?:its|our|the \p{L}+'s) (?:first|second|third|fifth|tenth|\d+(?:st|nd|rd|th)) birthday`;
const somebodysBirth = pattern`\b${dob}|(?:${sheOrHe}|${onePerson})[^!?\n]{0,30}\bborn`;

const cueBefore = pattern`${onePerson}[^\n]{0,40}$`;
const cueAfter = pattern`^[ ,;:()–-]{0,4}(?:[\p{L}']+ ){0,2}${onePerson}`;
const dateOfPaper = pattern`\b(?:by|before|until|till|deadline|published|closes|closing|due|dated|as at|as of
  |between|at|act|
  regulations|review|report|letter|guidance)(?: on)?[ ,:(]{1,3}$`;
const initialsBefore = capitalPattern`(?<![\p{L}.-])(\p{Lu}(?:\.\p{Lu}){1,2}|\p{Lu}{2,3})\.?[ ,:;()–-]{1,4}$`;

/** What a date without its year, or its marks, is beside. */
const mayBeBirth = pattern`born|birth|b-?day|\bd\.? ?o\.? ?b|\baged?\b|\(b`;
const digitsOnly = pattern`(?<=\b${dob}[ :=–-]{0,4})(?:\d{8}|\d{6})(?!\d)`;

/** A child of the last 25 years was born from here on: there is no clock in a rule. */
const firstYear = 1996;
/** A parent or grandparent of one was born from here on; "the NHS was born on 5 July 1948" was not. */
const firstParent = 1950;
/** This many words away a child is still near. */
const near = 5;

/**
 * Dates of birth (table 4.2): a date beside "born", "DOB" or a birthday may not be kept, with or without its year;
 * a whole date of a child's lifetime within five words of one child, relative or initials is looked at.
 * Deadlines, publications and cohorts ("children born after …") pass.
 */
export const findDateOfBirth: Detector = (reading) => {
  if (!/\d/.test(reading.text)) return [];
  const text = lowered(reading.text);
  const full = fullDates(text);
  const mayBe = appears(mayBeBirth, text);
  const apart = () => partialDates(text).filter((date) => !overlapsAny(full, date));
  const lesser = mayBe ? [...apart(), ...matches(digitsOnly, text)] : [];
  return [
    ...full.flatMap((date) => ofFullDate(text, date, mayBe, hasInitials(reading.text, date))),
    ...lesser.filter((date) => isBirth(text, date) && isSomebodys(text, date)).map(found('block')),
  ];
};

const found =
  (strength: Finding['strength']) =>
  ({ start, end }: Match): Finding => ({ type: 'date-of-birth', strength, start, end });

function ofFullDate(text: string, date: FullDate, mayBe: boolean, isBesideInitials: boolean): Finding[] {
  if (mayBe && date.year >= firstParent && isBirth(text, date)) return [found('block')(date)];
  return date.year >= firstYear && (isBesideInitials || isNearChild(text, date)) ? [found('warn')(date)] : [];
}

const headOf = (text: string, date: Match): string => before(text, date, 60);
const tailOf = (text: string, date: Match): string => after(text, date, 50);

function isBirth(text: string, date: Match): boolean {
  const head = headOf(text, date);
  const tail = tailOf(text, date);
  const isSaid =
    isLabelled(text, date) ||
    appears(birthBefore, head) ||
    appears(agedBefore, head) ||
    appears(birthAfter, tail);
  return isSaid && !appears(nobodysBirth, head + tail);
}

function isLabelled(text: string, { start }: Match): boolean {
  const above = text.slice(Math.max(0, start - 600), start);
  return appears(labelAbove, above.slice(-40)) || (above.includes('|') && appears(columnAbove, above));
}

/** A date without its year, or its marks, needs somebody whose birth it is. */
const isSomebodys = (text: string, date: Match): boolean =>
  appears(somebodysBirth, headOf(text, date) + tailOf(text, date));

function isNearChild(text: string, date: Match): boolean {
  const head = headOf(text, date);
  if (appears(dateOfPaper, head)) return false;
  const lastWords = head
    .split(/(?<=\s)(?=\S)/)
    .slice(-near - 1)
    .join('');
  return appears(cueBefore, lastWords) || appears(cueAfter, tailOf(text, date));
}

function hasInitials(text: string, date: Match): boolean {
  initialsBefore.lastIndex = 0;
  const capitals = initialsBefore.exec(before(text, date, 20))?.[1];
  return capitals !== undefined && !isAcronym(capitals);
}
