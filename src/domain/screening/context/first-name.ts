import type { ScreenLists } from '../lists.ts';
import type { Detector } from '../reading.ts';
import { livedInCare } from './life-events.ts';
import { isOfAFamily } from './of-a-family.ts';
import { appears, capitalPattern, lowered, type Match, matches, pattern } from './pattern.ts';
import { child, onePerson, person, relative } from './people.ts';
import { after, before } from './surroundings.ts';

const capitalised = capitalPattern`(?<![\p{L}\p{N}'@#/_.-])\p{Lu}\p{L}+(?:-\p{Lu}\p{L}+)?`;
const surname = /^[ \t]\p{Lu}[\p{L}-]*(?:['’]\p{Lu}\p{L}+)?/u;

const cue = String.raw`(?:${onePerson}(?: (?:says|said|thinks|feels|reports)(?: that)?)?|\b(?:little|young)
  |\b(?:${relative}|carers|parents|siblings|sibling|brother|sister|grandparents|guardian|social worker|adopters
    |placement) (?:of|for|to)
  |\b(?:case|adoption) of|\b[\p{L}\d]+[ -]years?[ -]old
  |\b(?:placed|placing|fostered|fostering|adopted|adopting|took|taken|taking))`;
/** Read from the end backwards, so that a name costs no search of what stands before it. */
const cueBefore = pattern`$(?<=${cue}(?:: | \(| [–-] | ))`;
/** "her son, Kai, waits": a comma before a name, and so one after it. */
const cueAndComma = pattern`$(?<=${cue}(?: (?:I|we) \p{L}+(?: with| for)?)?, )`;
const nameEnds = /^(?:[,.;!?)]|['’]s|$)/;

const kin = `(?:${child}|${relative}|parents|siblings|brothers|sisters|grandparents|carers)`;
const cuesAfter = [
  pattern`^'s? (?:[\p{L}-]+ )?(?:${kin}|placement|foster|adoptive|birth|care (?:plan|order)|adoption|EHCP
    |social worker|DOB)\b`,
  pattern`^(?:,|'s)? (?:(?:is|was) )?(?:an?|the|her|his|our|my) (?:[\p{L}-]+ ){0,2}?
    (?:\d{1,2}[ -]year[ -]old|${onePerson})`,
  pattern`^(?:,| [–-])? \(?(?:who (?:is|was) )?aged? \d|^,? \(\d{1,2}(?:y|yrs?| years| months|,|\))
    |^, \d{1,2}(?:,|\.|$| years)|^,? \(?DOB\b
    |^(?:'s| is| was| turned| turns)(?: (?:just|only|now|nearly))? \d{1,2}(?=[.,;](?!\d)|$| years old| ?y(?:rs?)?\b| (?:and
      |when|in|now) |(?:,| and)? ?(?:years?)?(?:,? and)? \d{1,2} months\b| years (?:and )?\d)`,
  pattern`^(?:'s| has| is| was| had)(?: [\p{L}'-]+){1,5} (?:by|to|with|from) (?:her|his) ${kin}\b`,
  pattern`^,? (?:and|with) (?:her|his|their) (?:[\p{L}-]+ )?${kin}\b`,
  pattern`^${livedInCare}`,
  pattern`^ (?:was|is|has been|had been) (?:placed(?! (?:on the|in charge|first|second|third)\b)|fostered|adopted|accommodated|taken into care
    |removed from (?:her|his))\b`,
];

/** "Martha's rule", "Victoria Climbié Inquiry", "Grace Baptist", "May 2021": a law, a report, a body, a month. */
const ofBody = pattern`^(?: [\p{L}'-]+)?(?:'s)?(?: [\p{L}-]+)? (?:law|rule|review|inquiry|enquiry|report|act|bill
  |foundation|trust|charity|house|hospice|centre|project|church|baptist|methodist|primary|academy|college|hospital
  |university|council|road|street|fund|institute)\b|^ \d{4}\b`;

const word = String.raw`[\p{L}'-]{2,30}`;
const somebody = String.raw`(?:\b${person}(?: who (?:is|was))?|\b(?:she|he)(?:'s| is| was))`;
const called = pattern`${somebody}(?: [\p{L}-]+){0,2}?,? (?:called|named) ${word}
  |\b(?:her|his|whose|${person}'s) name(?:'s| is| was) ${word}`;
/** "her little brother ayaan", "little amelia": as hurried people type a name, where it is no word ("little grace"). */
const besideKin = pattern`\b(?:(?:her|his|my|their|our|the) (?:(?:little|big|baby|older|younger|elder|twin|half|foster|step)[ -])?
  (?:brother|sister|son|daughter|nephew|niece|cousin|grandson|granddaughter)|little|baby) ${word}`;
const alsoWords = new Set(
  `amber angel art ash aurora autumn bailey blessing bonnie carol christian cole dan daisy dawn drew ebony eve faith fern frank
   gene grace guy harper hazel heather holly hope hunter iris ivy jade jay jean jewel joy lee lily love mark mason max may
   melody mercy miles mo ola olive paige parker patience pat pearl poppy precious princess ray reed robin rose rowan ruby sage
   sam sandy sky skye spencer star summer sunny taylor ted tia trinity victor violet will willow zion`.split(
    /\s+/,
  ),
);
const pseudonym = /^(?:Child|Baby|Girl|Boy|Mother|Father|Family|Young|Person|Case)$/;

/**
 * A first name of the lists beside one child or relative (table 4.2): looked at. What follows "a girl called" is a
 * name if it is in the lists in any spelling, or has a capital. Colleagues pass, having no child beside them;
 * public figures of the lists pass by their full name; named laws, reports and bodies pass.
 */
export const findFirstName: Detector = ({ text }, lists) => {
  const names = namesOf(lists);
  const lower = lowered(text);
  const beside = matches(capitalised, text).filter(
    (match) => isIn(names, match.found) && isBesideSomebody(text, match),
  );
  const seen = new Set(beside.map(({ start }) => start));
  return [
    ...beside,
    ...[...calledNames(text, lower, names), ...smallNames(text, lower, names)].filter(
      ({ start }) => !seen.has(start),
    ),
  ]
    .filter((match) => !isFigure(text, match, lists))
    .map(({ start, end }) => ({ type: 'first-name', strength: 'warn', start, end }));
};

const sets = new WeakMap<ScreenLists, Set<string>>();

/** Kept with the lists, which are read once: a set of a thousand names takes longer to make than a text to read. */
function namesOf(lists: ScreenLists): Set<string> {
  const kept = sets.get(lists) ?? new Set(lists.firstNames.map((name) => name.toLowerCase()));
  sets.set(lists, kept);
  return kept;
}

/** "Mary-Ann" is in the lists if Mary is. */
const isIn = (names: Set<string>, word: string): boolean => {
  const name = word.toLowerCase();
  return names.has(name) || names.has(name.split('-')[0] ?? '');
};

function isBesideSomebody(text: string, match: Match): boolean {
  const typedTail = after(text, match, 80);
  const tail = lowered(typedTail);
  if (appears(ofBody, tail)) return false;
  const head = lowered(before(text, match, 60));
  const behindSurname = tail.slice(surname.exec(typedTail)?.[0].length ?? 0);
  if (appears(cueBefore, head)) return true;
  if (appears(cueAndComma, head) && nameEnds.test(behindSurname)) return true;
  return cuesAfter.some((cue) => appears(cue, behindSurname)) || isOfAFamily(text, match);
}

const lastWord = /[\p{L}-]+$/u;

const calledNames = (text: string, lower: string, names: Set<string>): Match[] =>
  (/called|name/.test(lower) ? matches(called, lower) : []).flatMap((match) => {
    const said = text.slice(match.start, match.end).replace(/['’]s?$/, '');
    const found = lastWord.exec(said)?.[0] ?? '';
    const end = match.start + said.length;
    const isName = isIn(names, found) || (/^\p{Lu}\p{Ll}/u.test(found) && !pseudonym.test(found));
    return isName ? [{ start: end - found.length, end, found }] : [];
  });

const smallNames = (text: string, lower: string, names: Set<string>): Match[] =>
  matches(besideKin, lower).flatMap((match) => {
    const end = match.start + match.found.replace(/['’]s?$/, '').length;
    const found = lastWord.exec(text.slice(match.start, end))?.[0] ?? '';
    const isName = /^\p{Ll}/u.test(found) && names.has(found) && !alsoWords.has(found);
    return isName ? [{ start: end - found.length, end, found }] : [];
  });

/** Whether a name stands inside the full name of somebody public. */
function isFigure(text: string, { start, end }: Match, lists: ScreenLists): boolean {
  const longest = 60;
  const from = Math.max(0, start - longest);
  const around = lowered(text.slice(from, end + longest));
  return lists.allowed.figures.some((figure) => {
    const at = around.indexOf(figure.toLowerCase());
    return at >= 0 && from + at <= start && end <= from + at + figure.length;
  });
}
