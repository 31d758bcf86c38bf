import { anyOf } from './pattern.ts';
import { relative } from './people.ts';

const home = anyOf`placement, home, unit, hostel, hotel, school, ward, refuge, foster home`;
const number = String.raw`(?:\d{1,2}|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|so many|too many)`;
const theirs = '(?:(?:her|his) )?';
const happened = anyOf`
  placed (?:with|for adoption|apart|out of), placed (?:in|at) (?:foster|kinship|residential|secure|care|an? (?:[\p{L}-]+ )?${home}),
  fostered, accommodated, taken into care, sectioned, adopted (?:at|by (?:her|his|a)), removed from (?:her|his|home),
  moved (?:again|twice|${number} times),
  moved (?:to|from|into) (?:(?:a|an|her|his|another) )?(?:[\p{L}-]+ )?(?:${home}|care|carers?),
  excluded from (?:her|his|school|primary|nursery|college), (?:back )?in (?:foster )?care(?! homes?), living with,
  looked after by, (?:back )?with ${theirs}${relative}, one of (?:the )?${number} (?:siblings|brothers|sisters|children|kids|girls|boys|young people)`;

/** What follows the name of a child in care and of no colleague: " was placed with nan", " has had six placements". */
export const livedInCare = String.raw`(?:,? who)?(?: (?:was|is|has been|had been|got)|'s)(?: (?:now|still|then|first))? ${happened}\b
  | (?:lives|lived|stays|stayed|went to live) with ${theirs}${relative}\b
  | (?:has|had)(?: now)?(?: (?:had|been (?:in|through)))? ${number} (?:different )?(?:placements|moves|schools|foster homes
    |sets of carers
    |social workers(?! (?:leave|off|who)))\b
  | (?:came into|went into|left) care\b(?! (?:work|of|sector|management|homes?|proceedings|team))
  | ran away\b| went missing\b
  | (?:has )?(?:never|not) (?:met|seen|known) (?:her|his)\b`;
