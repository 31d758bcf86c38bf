import { cueFor } from './cue.ts';
import type { Match } from './matches.ts';

const isBook = /\bISBN(?:[- ]?1[03])?(?![^\n]*(?:NHS|CHI|H ?& ?C))[^\n]{0,45}$/i;
const isMoney = /[£$€]\s?$/;
const isRecord = cueFor(
  '(?<!case )(?:ref|reference|invoice|order|PO|tender|contract|grant|job|charity|company|ticket|UKPRN|VAT|account|meeting|licence|policy|serial|barcode|EAN|ISSN|DOI|FOI)(?: no| number| id| code)?',
);

/** A book's number or a sum of money. Every numeric ISBN-10 passes the check of NHS numbers. */
export const isBookOrMoney = ({ before }: Match): boolean => isBook.test(before) || isMoney.test(before);

/** What is called an invoice's, a company's or another thing's. */
export const isOfAThing = (match: Match): boolean => isRecord(match);
