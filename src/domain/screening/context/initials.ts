import type { Detector } from '../reading.ts';
import { isAcronym } from './acronyms.ts';
import { livedInCare } from './life-events.ts';
import { isOfAFamily } from './of-a-family.ts';
import { appears, capitalPattern, lowered, type Match, matches, pattern } from './pattern.ts';
import { ofPolicy, person } from './people.ts';
import { after, before, sentenceOf } from './surroundings.ts';

/** "JS", "J.S.", "J. S.", "A.B-C", "R M"; never across the end of a sentence ("on a CP. A review"). */
const capitals = capitalPattern`(?<![\p{L}\p{N}.'&/@#_-])(?:\p{Lu}(?:[.-] ?\p{Lu}){1,2}\.?|\p{Lu}{2,3}|\p{Lu} \p{Lu}|\p{Lu}\.?)
  (?![\p{L}\p{N}&/@_]|-\p{L})`;

const cueBefore = pattern`\binitials(?: (?:are|were|is|of))?(?: |: | \(|, )$
  |\b(?:${person}|YP|siblings|brothers|sisters|twins|case of|placement (?:of|for)|placed
  |(?:dob|d\.o\.b\.?)(?: of| for)?
  |(?:carers?|mum|mother|dad|father|parents|siblings?|guardian|social worker) (?:of|for|to)
  |we (?:have |had )?(?:moved|removed|accommodated|collected|lost))
  (?:[,:]? | \(| [–-] )(?:(?:called|named|known as|initials|aka) )?$`;
const cue = `(?:${person}|placement|dob|case|parents|siblings|carers|(?:foster|adoptive|birth) (?:carers
  |parents|family))`;
const cueAfter = pattern`^(?:'s? (?:[\p{L}-]+ )?| \(
  |,? \(?(?:(?:is|was) )?(?:(?:an?|the|her|his|our|and (?:her|his|their)) )?(?:\d{1,2}[ -]year[ -]old )?)
  ${cue}\b(?![ -]${ofPolicy}\b)(?!-\p{L})`;
const ageAfter = pattern`^(?:,? \(?aged? \d|,? \(\d{1,2}\)|,? \(?dob\b|, \d{1,2},
  | (?:is|was|turned|turns)(?: (?:just|only|now))? \d{1,2}(?=[.,;](?!\d)|$| years old| (?:and|when|in|now) ))`;

const cares = pattern`^${livedInCare}`;
/** "foster carer says J.S. has never …": a colleague would go by a name. */
const saidBefore = pattern`\b${person} (?:says|said|thinks|feels|told us|tells us|reports)(?: that)? $`;
const doesAfter = pattern`^(?: (?:has|had|is|was|will|can|cannot|went|goes|needs|never|does|did|wants|waited|waits)\b
  |'s? )`;
const sheOrHis = pattern`\b(?:she|he|her|his|him)\b`;

/** "Child A", "Mother B": the accepted way to call somebody nothing. */
const roleBefore = capitalPattern`(?:^|[^\p{L}])\p{Lu}\p{L}+[,(]? $`;
const usualLetters = /^[A-DX-Z]$/;
const letterAfter = capitalPattern`^ (?:and|or|to) \p{Lu}\b`;
/** "Re S (A Child)", "R (on the application of …)": how the courts call a published case. */
const judgmentBefore = pattern`(?:\bre:?|\bmatter of|\bv\.?) $`;
const judgmentAfter = pattern`^ \((?:a child|children|a minor|minors|on the)\b|^ v `;
const marks = /[^\p{L}]/gu;

/**
 * Initials directly beside one child, relative or case (table 4.2), or with what is said of a child in care, dotted
 * or not: looked at. Acronyms of the
 * trade pass, and the accepted pseudonyms: "Child A", "Mother B", "Family X".
 */
export const findInitials: Detector = ({ text }) =>
  matches(capitals, text)
    .filter((match) => isBesideSomebody(text, match))
    .map(({ start, end }) => ({ type: 'initials', strength: 'warn', start, end }));

function isBesideSomebody(text: string, match: Match): boolean {
  const letters = match.found.replace(marks, '');
  if (letters === 'I' || (!match.found.includes('.') && isAcronym(letters))) return false;
  const typedHead = before(text, match, 48);
  const typedTail = after(text, match, 48);
  const head = lowered(typedHead);
  const tail = lowered(typedTail);
  if (appears(judgmentBefore, head) || appears(judgmentAfter, tail)) return false;
  const isOfCase = appears(cueBefore, head) || appears(ageAfter, tail) || appears(cares, tail);
  if (letters.length > 1)
    return isOfCase || appears(cueAfter, tail) || isSpokenOf(text, match) || isOfAFamily(text, match);
  const isLabel =
    usualLetters.test(letters) || appears(roleBefore, typedHead) || appears(letterAfter, typedTail);
  return !isLabel && isOfCase;
}

/** Without its dots it may be an acronym: it takes a pronoun to make a person of it. */
function isSpokenOf(text: string, match: Match): boolean {
  if (!appears(saidBefore, lowered(before(text, match, 48)))) return false;
  if (!appears(doesAfter, lowered(after(text, match, 48)))) return false;
  return match.found.includes('.') || appears(sheOrHis, lowered(sentenceOf(text, match)));
}
