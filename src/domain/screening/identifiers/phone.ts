import type { Detector } from '../reading.ts';
import { cueFor } from './cue.ts';
import { type Match, matchesOf, toFinding } from './matches.ts';

const extension = String.raw`(?:,? ?(?:x|ext\.?|extension) ?\d{1,5})?`;
/** From 0, +44 or 0044 on nine or ten digits, with brackets, spaces, full stops and hyphens among them. */
const full = new RegExp(
  String.raw`(?<![\p{L}\d£$€]|\d[.,-])(?:\(?(?:\+|00)44\)?[ .-]?(?:\(0\)[ .-]?)?|\(?0)(?:[ ().-]{0,2}\d){9,10}(?![\d])${extension}`,
  'giu',
);
/** A mobile number without its 0. */
const bare = /(?<![\p{L}\d£$€]|\d[.,/ -])(?:44[ .-]?)?7\d{3}[ .-]?\d{3}[ .-]?\d{3}(?!\d)/gu;

const isCalledPhone = cueFor('tel|telephone|phone|mobile|mob|cell|call|ring|text|whatsapp|contact');
const isCalledOther = cueFor(
  '(?<!case )(?:ref|reference|invoice|order|tender|contract|grant|job|charity|company|ISBN|ISSN|DOI)(?: no| number)?',
);

/** A telephone number of the United Kingdom, unless it is free to call (0800, 0808, 116) or listed as public. */
export const phone: Detector = (reading, { allowed }) => {
  const found = [
    ...matchesOf(reading, full).filter(isPhone),
    ...matchesOf(reading, bare).filter(isCalledPhone),
  ];
  if (found.length === 0) return [];
  const isPublic = new Set(allowed.phones.map(national));
  return found
    .filter(({ text }) => !isPublic.has(national(text.replace(/[a-z].*$/i, ''))))
    .map(toFinding('phone', 'block'));
};

/** Digits only, from the 0 on: "+44 (0)20 7946 0958" is 02079460958. */
const national = (number: string): string =>
  number
    .replace('(0)', '')
    .replace(/\D/g, '')
    .replace(/^(?:00)?44(?=\d{9})|^(?=7\d{9}$)/, '0');

function isPhone(match: Match): boolean {
  const digits = national(match.text.replace(/[a-z].*$/i, ''));
  if (!/^0[1237]\d{8,9}$/.test(digits)) return false;
  if (isCalledPhone(match)) return true;
  if (/^07\d{9}$/.test(digits)) return true;
  return isGrouped(match.text) && !isCalledOther(match);
}

/** An area code first: a date or a run of small numbers has two digits there. A number of nine has five and five. */
function isGrouped(text: string): boolean {
  const groups = text.replace(/[a-z].*$/i, '').match(/\d+/g) ?? [];
  const sizes = groups.map(({ length }) => length);
  if (/^\(?(?:\+|00)44/.test(text)) return true;
  return (
    sizes.join() === '5,5' || (sizes.reduce((sum, size) => sum + size, 0) === 11 && (sizes[0] ?? 0) >= 3)
  );
}
