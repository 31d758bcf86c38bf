import { fewDigits, oneToFive } from './numbers.ts';
import { anyOf, pattern, patternAt } from './pattern.ts';
import { child, ofPolicy, relative } from './people.ts';

/** "three family hubs", "four carer forums": bodies are counted, not people. */
const bodies = anyOf`
  groups?, panels?, forums?, networks?, services?, organisations?, councils?, teams?, homes?, centres?, hubs?, clubs?,
  programmes?, projects?, conferences?, commissioners?, reviews?, nurses?, boards?, workers?`;

const manyPeople = anyOf`
  children, kids, girls, boys, babies, toddlers, infants, newborns, teenagers, teens, youngsters, young people,
  young persons, young adults, young men, young women, young lads, young carers, young mums, young mothers,
  young parents, lads, lasses, sons, daughters, pupils, care leavers, siblings, sibling groups?, sibling pairs?,
  brothers, sisters, twins, families, households, mums, dads, mothers, fathers, parents, grandparents, grandmothers,
  carers, adopters, cousins, minors, under-(?:ones|twos|threes|fours|fives), service users, clients, UASCs?, LAC, CLA, YPs?`;

const many = String.raw`${manyPeople}\b(?!')(?! ${bodies}\b)`;
const one = String.raw`(?:${child}|${relative}|family|household|UASC|YP)\b(?!-\p{L})(?! ${ofPolicy}\b)`;

/** What may stand between a number and the people: no noun, or "one thing children say" would count children. */
const adjective = anyOf`
  young, younger, older, little, small, teenage, primary, secondary, foster, adoptive, kinship, birth, looked after,
  care experienced, lone, whole, other, more, further, different, separate, new, known, black, white, mixed, dual,
  heritage, race, pregnant, trans, gay, deaf, blind, and, homeless, vulnerable, complex, sick, ill, poorly, very,
  severely, profoundly, female, male, special, needs, own, year \d{1,2}, SEND?, LAC, GRT, roma, gypsy, traveller,
  sikh, hindu, muslim, somali, afghan, pakistani, bangladeshi, arab, tamil, iraqi, yemeni, [\p{L}\d]+(?:-[\p{L}\d]+)+,
  \p{L}+(?:ed|ing|ish|ian|ean|ese|ous|ic|al|an)`;

const adjectives = `(?: ${adjective},?){0,4}`;
const event = String.raw`(?:deaths?|suicides?|murders?|stabbings?|overdoses?|pregnancies)\b`;
const which = '(?:the|our|these|those|their|my|her|his|its)';
const upToTwelve = String.raw`(?:\d{1,2}|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)`;
const few = String.raw`(?:${oneToFive}(?: or (?:[2-5]|two|three|four|five))?|\ba couple|\ba pair)\b`;
const twoToFive = String.raw`${few}(?<!\bone|\b1)`;
const range = `${fewDigits} ?[–-] ?[2-5]`;
const single = String.raw`(?:1(?<![\d.,£$€:/#–-]1)|\bone|\ba single(?! (?:parent|mum|mother|father|dad|carer
  |famil))|\b(?:the|our) only|\b(?:the|our) one)`;

/** Where all of these forms begin. */
export const countBeginning = pattern`(?=${fewDigits}|\b(?:one|two|three|four|five|both|twins?|triplets|siblings?|brothers|sisters
  |famil(?:y|ies)|household|children|girls|boys|a (?:couple|pair|single)|(?:the|our) (?:only|one))\b)`;

/** "two children", "one of our three girls", "both siblings", "the only Roma child", "a family of four", "twins". */
export const countedForms = [
  patternAt`(?:${few} of(?: ${which})?(?: ${upToTwelve})?|${twoToFive}(?: \([1-5]\))?|${range})${adjectives} ${many}`,
  patternAt`\bboth(?: of)?(?: ${which})?${adjectives} ${many}(?! and (?!their|his|her|mum|dad))`,
  patternAt`${few} (?:\d{1,2} (?:and|or) )?\d{1,2}[ -]year[ -]olds\b`,
  patternAt`${single}${adjectives} ${one}`,
  patternAt`\b(?:siblings?(?: groups?)?|brothers|sisters|famil(?:y|ies)|household|children|girls|boys) (?:of |\()${few}
    (?! (?:hundred|thousand|million|years?|months?|per|in (?:\d|ten|five|four|three))\b)`,
  patternAt`\b(?:twins|triplets|sibling pairs?|twin (?:girls|boys|babies|brothers|sisters))\b(?!')`,
  patternAt`${few}(?: \p{L}+)? ${event} (?:of|among|by|involving|in) (?:${which} )?(?:${many}|${one})`,
  patternAt`${few} (?:child|infant|baby|teenage) ${event}`,
];

/** "two Derby girls": a word between the number and the people, which may be a place. */
export const countedInPlace = patternAt`${few}(?: \p{L}[\p{L}'-]+){1,2}${adjectives} (?:${many}|${one})`;
