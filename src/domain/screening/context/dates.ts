import { type Match, matches, pattern } from './pattern.ts';

const day = String.raw`(?<!\d)(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?`;
const monthNumber = `(?:0?[1-9]|1[0-2])`;
const fourDigits = String.raw`(?:19|20)\d\d`;
const year = String.raw`(?:${fourDigits}|'?\d\d)(?![\d:%]|[.,/-]\d)`;
const name = `(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|
  sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)`;

/** A month by its name. */
export const month = String.raw`${name}\b`;
export const weekday = '(?:mon|tues|wednes|thurs|fri|satur|sun)day';

const inOrder = [
  String.raw`(?<![\d.-])${fourDigits}[/.-]${monthNumber}[/.-](?:0?[1-9]|[12]\d|3[01])(?!\d)`,
  `(?<![.£/–-])${day}(?: ?[/.–-] ?${monthNumber} ?[/.–-] ?| ${monthNumber} )${year}`,
  `${day}(?: of)?[ .,/-]{0,3}${name}[ .,/-]{0,3}${year}`,
  String.raw`\b${month}\.? ${day},? ${year}`,
].join('|');
const fullDate = pattern`${inOrder}`;

/** A day without its year, or a month with it: "4 May", "March 2014". */
export const partOfDate = String.raw`(?:${day}(?: of)? ${month}|\b${month} ${day}(?!\d)|\b${month},? ${fourDigits})`;
const partialDate = pattern`${partOfDate}`;

export type FullDate = Match & { year: number };

/** Every whole date of a text, in British order, in figures or with the month's name. */
export const fullDates = (text: string): FullDate[] =>
  matches(fullDate, text).map((match) => ({ ...match, year: yearOf(match.found) }));

export const partialDates = (text: string): Match[] => matches(partialDate, text);

/** Two figures are a year from 1950 to 2049. */
function yearOf(date: string): number {
  const digits = /^\d{4}/.exec(date)?.[0] ?? /\d{4}$|\d\d$/.exec(date)?.[0] ?? '';
  const value = Number(digits);
  if (digits.length === 4) return value;
  return value < 50 ? 2000 + value : 1900 + value;
}
