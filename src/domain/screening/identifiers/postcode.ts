import type { Detector } from '../reading.ts';
import { cueFor } from './cue.ts';
import { type Match, matchesOf, toFinding } from './matches.ts';
import { areaOf, postcodeAreas } from './postcode-areas.ts';

/**
 * The government's expression (bulk data transfer), with the inward part's letters as they are given; ZZ99 stands
 * for "no fixed abode" and has all letters.
 */
const shape =
  /(?<![a-z\d])(?:GIR[ -]?0AA|ZZ99[ -]{0,3}\d[A-Z]{2}|[A-PR-UWYZ](?:\d{1,2}|[A-HK-Y]\d{1,2}|\d[A-HJKPSTUW]|[A-HK-Y]\d[ABEHMNPRVWXY])[ -]{0,3}\d[ABD-HJLNP-UW-Z]{2})(?![a-z\d])/gi;
const isAddress = cueFor('postcodes?|post codes?|zip|address|lives? at|living at');
/** "s47 1st", "p2 5yr": a number with its unit. */
const isCount = /\d(?:st|nd|rd|th|yr|hr|pp|ft|bn|lb)$/;

/** "m149xz" is one, and after these a label. */
const isLabel =
  /\b(?:item|code|version|draft|line|row|cell|column|ref|reference|room|table|form|field|model|part) $/i;

/** A full postcode, unless it is a public body's. Without capitals a short one needs its space or a word for it. */
export const postcode: Detector = (reading, { allowed }) => {
  const found = matchesOf(reading, shape).filter(isPostcode);
  if (found.length === 0) return [];
  const isPublic = new Set(allowed.postcodes.map(squeezed));
  return found.filter(({ text }) => !isPublic.has(squeezed(text))).map(toFinding('postcode', 'block'));
};

const squeezed = (given: string): string => given.replace(/[ -]/g, '').toUpperCase();

function isPostcode(match: Match): boolean {
  const { text } = match;
  const area = areaOf(text);
  if (!postcodeAreas.has(area) && !/^(?:GIR|ZZ)$/.test(area)) return false;
  if (text === text.toUpperCase() || isAddress(match)) return true;
  return !isCount.test(text) && (/[ -]/.test(text) || area.length === 2 || isLong(match));
}

/** Of one letter and a district of two digits. */
const isLong = ({ text, before }: Match): boolean =>
  /^[a-z]\d{3}[a-z]{2}$/.test(text) && !isLabel.test(before);
