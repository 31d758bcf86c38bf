import type { ScreenLists } from '../lists.ts';
import { onceEach } from '../once-each.ts';
import type { Detector } from '../reading.ts';
import { appears, capitalPattern, lowered, type Match, matches, pattern } from './pattern.ts';
import { onePerson, sheOrHe } from './people.ts';
import { isKindOnly } from './place-words.ts';
import { countsOfFew } from './small-number.ts';
import { before, sentenceOf } from './surroundings.ts';

const name = String.raw`(?:St\.? |Saint )?\p{Lu}\p{Ll}[\p{L}'-]*`;
const kinds = String.raw`(?:
  (?:Church of England |C of E |Church |Community |Primary |Infant |Junior |Secondary |High |Grammar |Special |Free |RC |CE |CofE )*
  (?:School|Primary|Academy|Nursery|College|Infants|Juniors|High|PRU)
  |(?:[Rr]esidential |[Ss]ecure )?(?:[Cc]hildren's|[Cc]are) [Hh]ome|[Ss]ecure [Uu]nit
  |House|Lodge|Cottage|Manor|Grange|Ward|Hospital|Hospice|Close|Road|Rd|Street|Avenue|Ave|Gardens|Crescent
  |Drive|Lane|
  Terrace|Grove|Estate|Hostel|Refuge|Way|Mews|Square|Rise|Row|Walk|Villas|Contact Centre
  |(?<!(?:Family|County|Crown|Supreme|High|Youth|Magistrates'?|Combined|Justice|Alcohol|Law|Civil) )Court
  |(?:(?:primary|infant|junior|secondary|high|special|nursery) )*(?:school|primary|academy|nursery|college|ward
    |estate|hostel|refuge))\b`;
const ofPolicy = String.raw`(?:trusts?|funding|places|system|leaders?|improvement|policy|standards?|readiness
  |Rules?|Act|
  Regulations|of)\b`;
const place = capitalPattern`(?<![\p{L}'-])(?:${name} ){1,3}${kinds}(?! ${ofPolicy})`;
const kindAtEnd = capitalPattern` ${kinds}$`;

const oneChild = pattern`${onePerson}`;
const siblings = pattern`\b(?:siblings?|brothers|sisters|twins|sibling groups?)\b(?<!\b(?:all|most|many|keep
  |keeping) siblings)`;
const theirs = pattern`\b(?:her|his) (?:school|nursery|college|home|placement|address|ward|estate)\b`;
/** "the boys at Oakfield Lodge": all who live in one home, or lie on one ward. */
const theirHome = capitalPattern` (?:[Ss]ecure [Uu]nit|(?:[Cc]hildren's|[Cc]are) [Hh]ome|House|Lodge|Cottage|Manor|Grange|Ward|Court
  |Villas|Hostel|Refuge|ward|hostel|refuge)$`;
const youngBefore = pattern`\b(?:boys|girls|lads|lasses|kids|children|teenagers|teens|young (?:people|women|men|mums)
  |residents|babies|toddlers|brothers|sisters|siblings|care leavers)(?: who (?:live|are))? (?:at|on|in|from|of) (?:the )?$`;
/** "We moved P.D. out of …". */
const initialled = capitalPattern`(?<![\p{L}.])\p{Lu}\.\p{Lu}\.`;
/** "she spent weeks on Juniper Ward": somebody who is in a place, and does no work there. */
const pronoun = pattern`${sheOrHe}`;
const inPlace = pattern`\b(?:in|at|on|to|into|from|near|leave|left|attends?|attended|of) (?:the )?$`;
const works = pattern`\b(?:work\w*|teach\w*|taught|based|stud\w+|lectur\w*|sits?|office|joined|joining|runs?
  |ran(?! away)|manag\w+|le(?:ads?|d)|chair\w*|head\w*|visit\w*|sp(?:eaks?|oke)|inspect\w*
  |opened|train\w*|volunteer\w*|trustees?|governors?|director|minister|councillor|professor|researcher
  |colleague|says|said|nurse
  |doctor|author|report|launch\w*|retir\w+|paper|review|meeting|event|gave|told)\b`;

/**
 * A school, home, ward or street by its name in a sentence about one child or a few (table 4.2; s.97(2) of the
 * Children Act 1989 names school and address): looked at. Kinds of place and houses of government pass, and the lists' places.
 */
export const findNamedPlace: Detector = ({ text }, lists) => {
  const peopleIn = onceEach(spokenOf);
  const isSomebodys = (match: Match): boolean => {
    const people = peopleIn(sentenceOf(text, match));
    return (
      people === 'few' || isHomeOfYoung(text, match) || (people === 'somebody' && isWhereOneIs(text, match))
    );
  };
  return matches(place, text)
    .filter((match) => !isKindOnly(match.found.replace(kindAtEnd, '')) && !isAllowed(text, match, lists))
    .filter(isSomebodys)
    .map(({ start, end }) => ({ type: 'named-place', strength: 'warn', start, end }));
};

/** Of whom a sentence speaks: one child or a few; somebody who may be in a place and does no work there. */
function spokenOf(sentence: string): 'few' | 'somebody' | 'nobody' {
  const plain = lowered(sentence);
  const isOfFew = [oneChild, siblings, theirs].some((sign) => appears(sign, plain));
  if (isOfFew || countsOfFew(plain).length > 0) return 'few';
  const isOfSomebody = appears(pronoun, plain) || appears(initialled, sentence);
  return isOfSomebody && !appears(works, plain) ? 'somebody' : 'nobody';
}

const isHomeOfYoung = (text: string, match: Match): boolean =>
  appears(theirHome, match.found) && appears(youngBefore, lowered(before(text, match, 40)));

const isWhereOneIs = (text: string, match: Match): boolean =>
  appears(inPlace, lowered(before(text, match, 16)));

/** Whether a place of the lists stands in what was found, or what was found in one that stands here. */
function isAllowed(text: string, { start, end, found }: Match, lists: ScreenLists): boolean {
  const around = text.slice(Math.max(0, start - 60), end + 60).toLowerCase();
  const named = found.toLowerCase();
  return lists.allowed.places
    .map((allowed) => allowed.toLowerCase())
    .some((allowed) => named.includes(allowed) || (allowed.includes(named) && around.includes(allowed)));
}
