import { hasDistrict } from '../identifiers/outward-postcode.ts';
import { onceEach } from '../once-each.ts';
import type { Detector } from '../reading.ts';
import { countBeginning, countedForms, countedInPlace } from './counted-people.ts';
import { group, institution, namedPlace, notPlace, someDate } from './groups.ts';
import { appears, capitalPattern, lowered, type Match, matchesAt, pattern, placesOf } from './pattern.ts';
import { people } from './people.ts';
import { after, before, sentenceOf } from './surroundings.ts';

const worthALook = pattern`\b(?:[1-5]|one|two|three|four|five|couple|pair|single|only|both|twins?|triplets)\b`;

const number = String.raw`(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|hundred|thousand)`;
/** "one in five children", "at least two families", "every one child", "Section 3 children": a rate, a rule, a label. */
const rateBefore = pattern`(?:\b${number} (?:in|out of|to|per)(?: every)?
  |\b(?:every|each|any|no|per|than|least|most|to every|under|over|above|below|up to|average(?: of)?|if|imagine|suppose)
  |\b(?:section|chapter|table|figure|tier|level|band|part|page|stage|year|grade|question|theme|recommendation|paragraph
    |aged?|ages|ratio(?: of)?|point|step|phase|option|number|no\.)
  |\b(?:${people}|couples|a couple) with(?: (?:just|only))?
  |\bone \p{L}+,) $`;
/** "… is too many", "one child can cost a council …", "one child in ten", "… per social worker". */
const ruleAfter = pattern`^(?:[\p{L}' -]{0,40} (?:is|are) (?:one )?too many\b
  | at a time\b| per \p{L}| for every\b| a (?:week|day)\b| (?:should|must|ought)\b
  |(?: in [\p{L}' -]{3,30})? (?:can|could|might|may|would) (?:cost|use|take|need|mean|account|swallow|wipe|break)
  | in (?:every|each)\b| in ${number}(?:[.,;]|$| (?:in|of|is|are|has|have|lives?|waits?)\b))`;

const inGroup = pattern`${group}`;
const inInstitution = pattern`${institution}`;
const onDate = pattern`${someDate}`;
const inPlace = capitalPattern`${namedPlace}`;
/** "Larkhill's two care leavers", "two children, Larkhill." */
const placesBefore = capitalPattern`(?!${notPlace}(?!\p{L}))(?<!\p{L})\p{Lu}\p{Ll}+'s $`;
const placeAfter = capitalPattern`^, (?!${notPlace}(?!\p{L}))\p{Lu}\p{Ll}+(?=[.;)]|$)`;
const numberAndPlace = capitalPattern`^\S+(?: or \S+)? (?!${notPlace}(?!\p{L}))\p{Lu}\p{Ll}\S*(?: \p{Lu}\S*)*(?: \p{Ll}\S*)+$`;

/**
 * One to five children, relatives or families with a place or postcode district, a school or service, a people, a faith, a condition or a
 * date in the same sentence: may not be kept. The Department for Education suppresses 1 to 5 (domain, 4.1).
 * Rates, ratios, rules and counts of services pass: "one in five children", "five children's homes in Derby".
 */
export const findSmallNumber: Detector = ({ text }) => {
  const plain = lowered(text);
  if (!appears(worthALook, plain)) return [];
  const isOfGroup = onceEach(namesGroup);
  const isQualified = (match: Match) =>
    isOfGroup(sentenceOf(text, match)) ||
    appears(placesBefore, before(text, match, 40)) ||
    appears(placeAfter, after(text, match, 40));
  const counted = countsOfFew(plain).filter(isQualified);
  const towns = townsPeople(text, plain).filter((match) => isCount(plain, match));
  return [...counted, ...towns].map(({ start, end }) => ({
    type: 'small-number',
    strength: 'block',
    start,
    end,
  }));
};

/** One to five children, relatives or families of a text in small letters; rates, rules and labels are none. */
export function countsOfFew(plain: string): Match[] {
  const places = placesOf(countBeginning, plain);
  return countedForms
    .flatMap((form) => matchesAt(form, plain, places))
    .filter((match) => isCount(plain, match));
}

const isCount = (plain: string, match: Match): boolean =>
  !appears(rateBefore, before(plain, match, 40)) && !appears(ruleAfter, after(plain, match, 60));

/** What makes a few people a few known people. */
function namesGroup(sentence: string): boolean {
  const plain = lowered(sentence);
  return (
    appears(inPlace, sentence) ||
    hasDistrict(sentence) ||
    [inGroup, inInstitution, onDate].some((qualifier) => appears(qualifier, plain))
  );
}

/** "two Derby girls", and no "two young girls": the word between begins with a capital. */
const townsPeople = (text: string, plain: string): Match[] =>
  matchesAt(countedInPlace, plain, placesOf(countBeginning, plain)).filter(({ start, end }) =>
    appears(numberAndPlace, text.slice(start, end)),
  );
