import type { Detector } from '../reading.ts';
import { type Match, matchesOf, toFinding } from './matches.ts';
import { areaOf, postcodeAreas } from './postcode-areas.ts';

const shape = /(?<![a-z\d-])[a-z]{1,2}\d{1,2}[a-z]?(?![a-z\d-]| ?\d[a-z]{2}\b)/gi;
const isCalledPostcode =
  /\bpost ?codes? (?:(?:area|district|sector|is|of|in|like|starts with|beginning) )?$|\bpost ?codes?: ?$/i;
const isCalledAfter = /^ post ?codes?\b/i;
const isArea = /^ (?:area|district|neighbourhood)\b/i;
/** Somebody lives there: "families in E8", "moved from SE15", "siblings split between HU3 and B33". */
const isHome =
  /\b(?:child(?:ren)?|famil(?:y|ies)|mum|mother|dad|father|parents?|carers?|siblings?|boys?|girls?|lives?|living|lived|based|moved|housed|placed|split|divided|home|house|flat|estate|street|streets|addresses|address|residents|people|school|schools) (?:\w+ ){0,2}(?:(?:in|at|to|from|near|around|across) (?:the )?|between (?:[A-Z]{1,2}\d{1,2}[A-Z]? and )?)$/i;
/** The same beyond doubt: children are "in S20" and go "to S47". */
const isDwelling =
  /\b(?:lives?|lived|living|lodg\w+|housed|stay(?:s|ing|ed)|grew up|growing up|rents?|renting) (?:\w+ ){0,2}in (?:the )?$|\b(?:split|divided) between (?:[A-Z]{1,2}\d{1,2}[A-Z]? and )?$/i;
/** Of Part III and Part V of the Children Act 1989: "living in S20 accommodation". */
const isSection =
  /^ (?:arrangements?|accommodation|placements?|agreements?|care|enquir(?:y|ies)|visits?|provision)\b/i;
/** "never gets out to TQ13", "over in BD22", "(out EX39 way)": where somebody or something of theirs is near. */
const isAway =
  /\b(?:(?:out|over|up|down|round|back) (?:to|of|in|at|from|past|near|by|around)|(?:out|far) as|reach(?:es)?) (?:the )?$/i;
const isThatWay = /\b(?:out|over|up|down|round|from)(?: the)? $/i;
const isOfPeople =
  /\b(?:child(?:ren)?|kids?|famil(?:y|ies)|mum|mam|mother|dad|father|parents?|carers?|siblings?|boys?|girls?|lads?|bab(?:y|ies)|teenagers?|young|people|nan|gran|placements?|foster|referrals?|section 47s|s47s|visits?|bus|school|home|centre|visitors?|she|he)\b/i;
/** "15y 8m, from DL14". */
const isAged = /\b\d{1,2} ?(?:y|yo|yrs?|years?(?: old)?|m|mths?|months?),? (?:from|in) $/i;
const motorway = /^M(?:[1-689]|1[018]|2[03567]|3[23]|4[0259]|48|5[0-8]|6[0-2569]|67|7[347]|80|90)$/;
/** "our work in E8", "from NW10": labels of a table seldom go so far as E8. */
const isLondon = /^(?:(?:E|N)(?:[4-9]|1\d|2[0-2])|(?:EC|NW|SE|SW|WC)\d\d?[A-Z]?)$/;
const isSomewhere =
  /(?<!\b(?:out|table|row|column|cell|section|item|point|question|listed|given) )\b(?:in|from|near|around|across) $/i;
const isLabel = /^ (?:of|above|below|we|and [A-Z]\d)\b/;
/** M25 and B12 are roads and vitamins, S47 and S20 sections, L2 a level, G7 a grade, W1 a week; the others are talk of policy, years or trains. */
const isMoreOften = /^(?:[BGLMSW]\d|CO2$|FY|HS|LA|PA|EH|BA|DG|SW$)/;

/**
 * The first part of a postcode on its own. Labels look the same ("E1" of a table, "S20"), so it counts only where
 * it is called a postcode or an area, or where somebody lives in it.
 */
export const outwardPostcode: Detector = (reading) =>
  matchesOf(reading, shape).filter(isPlace).map(toFinding('outward-postcode', 'warn'));

function isPlace(match: Match): boolean {
  const { text, before, after } = match;
  if (!postcodeAreas.has(areaOf(text))) return false;
  if (isCalledPostcode.test(before) || isCalledAfter.test(after)) return true;
  if (isDwelling.test(before)) return !isSection.test(after) && !motorway.test(text);
  if (isGoneTo(match)) return true;
  return text === text.toUpperCase() && isWritten(match);
}

/** In any letters, but with two for its area or in London: "s47" and "l2" are more often something else. */
function isGoneTo({ text, before, after }: Match): boolean {
  if (!isDistrict(text)) return false;
  if (isAged.test(before)) return true;
  const isThere = isAway.test(before) || (isThatWay.test(before) && /^ way\b/i.test(after));
  return isThere && (isOfPeople.test(before) || isOfPeople.test(after));
}

const isDistrict = (text: string): boolean =>
  postcodeAreas.has(areaOf(text)) &&
  !isMoreOften.test(text.toUpperCase()) &&
  !motorway.test(text.toUpperCase());

/** Whether a sentence holds a district that is written in capitals, or stands "in" or "from" somewhere. */
export const hasDistrict = (sentence: string): boolean =>
  /\d/.test(sentence) &&
  [...sentence.matchAll(shape)].some(
    ({ 0: text, index }) =>
      /^[a-z]{2}\d/i.test(text) &&
      isDistrict(text) &&
      (text === text.toUpperCase() || /\b(?:in|from|around|near|of|to) $/i.test(sentence.slice(0, index))),
  );

/** As it is set out in full: in capitals. */
function isWritten({ text, before, after }: Match): boolean {
  if (isMoreOften.test(text)) return /^[MW]/.test(text) && !motorway.test(text) && isArea.test(after);
  if (isLondon.test(text) && isSomewhere.test(before) && !isLabel.test(after)) return true;
  return isArea.test(after) || isHome.test(before);
}
