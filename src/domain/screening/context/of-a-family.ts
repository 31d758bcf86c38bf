import { appears, lowered, type Match, pattern } from './pattern.ts';
import { relative } from './people.ts';
import { after, sentenceOf } from './surroundings.ts';

const happens = pattern`^,? (?:who )?(?:was|is|has|had|waited|waits|lost|never|got|went|asked|stopped|started
  |slept|sleeps|saw|missed|turned|needs|needed|gets|wants|wanted|spent|left|cannot|can't|could|couldn't|won't|would) [^.!?;\n]{0,100}
  \b(?:(?:her|his) (?:[\p{L}-]+ )?(?:${relative}|brothers?|sisters?|siblings|parents|grandparents|carers)
  |(?:and|but|so|because|while|when) (?:mum|mam|mummy|dad|nan|gran|grandad|grandma))\b`;
/** What a colleague's day is made of: "Sarah was late because her dad is ill and I covered the session". */
const atWork = pattern`\b(?:i|we|team|session|meeting|office|on leave|late|cover\w*|caseload|colleagues?|figures
  |draft|report|panel|training|funeral|shift|sick|wrote|writes|spoke|speaks|works|worked|at work|post|job|director|minister|mp)\b`;

/** Whether somebody does or suffers something, and a relative of hers or his is in it: "X was six when her dad asked". */
export const isOfAFamily = (text: string, match: Match): boolean =>
  appears(happens, lowered(after(text, match, 160))) && !appears(atWork, lowered(sentenceOf(text, match)));
