import { cueFor } from './cue.ts';
import type { Match } from './matches.ts';

/** One book's number, or the last of several: another number of ten digits between, with words, is of something else. */
const isBook = ({ before }: Match): boolean => {
  const [, between] =
    /\bISBNs?(?:[- ]?1[03])?(?![^\n]*(?:NHS|CHI|H ?& ?C))([^\n]{0,45})$/i.exec(before) ?? [];
  if (between === undefined) return false;
  const isAfterAnother = between.replace(/\D/g, '').length >= 10;
  return !isAfterAnother || !/\p{L}{2,}/u.test(between.replace(/\b(?:and|or)\b/gi, ''));
};
const isMoney = /[£$€]\s?$/;
const isRecord = cueFor(
  '(?<!case )(?:ref|reference|invoice|order|PO|tender|contract|grant|job|charity|company|ticket|UKPRN|VAT|account|meeting|licence|policy|serial|barcode|EAN|ISSN|DOI|FOI)(?: no| number| id| code)?',
);

/** A book's number or a sum of money. Every numeric ISBN-10 passes the check of NHS numbers. */
export const isBookOrMoney = (match: Match): boolean => isBook(match) || isMoney.test(match.before);

/** What is called an invoice's, a company's or another thing's. */
export const isOfAThing = (match: Match): boolean => isRecord(match);
