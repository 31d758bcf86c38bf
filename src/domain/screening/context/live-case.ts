import { month, weekday } from './dates.ts';
import { anyOf, pattern } from './pattern.ts';

const kin = '(?:mum|mam|mom|dad|mother|father|grandmother|grandfather|gran|nan|aunt|uncle|foster carer)';
const one = `(?:child|girl|boy|baby|lad|lass|toddler|teenager|young person|little one|son|daughter|sibling
  |brother|
  sister|unborn)`;
const several = anyOf`
  children, kids, girls, boys, babies, teenagers, young people, families, cases, mums, dads, mothers, fathers, parents,
  carers, sibling groups`;
const theirs = `(?:case|hearing|guardian|solicitor|barrister|counsel|judge|court date|placement|(?:interim 
  |final )?care order|
  final hearing|proceedings|${one}|${kin}|children|siblings|parents|contact|foster carers?)`;
const atCourt = '(?:in|on|before|subject|waiting|due|going|up|under|at|contesting|listed|attending|giving)';

/** One case and no other: nobody says so of policy. */
export const thisCase = pattern`\b(?:this|that|our|my) (?:[\p{L}-]+ )?(?:${one}|case|family|${kin}
  |sibling group|twins)\b
  |\bof (?:ours|mine)\b|\bone of (?:our|my|the) (?:[\p{L}-]+ )?${several}\b|\b(?:of|in|on
  |for) my (?:[\p{L}-]+ )?(?:${several}|caseload)\b
  |\b(?:case|family|child|mum|dad|girl|boy|baby) (?:that )?(?:i|we) (?:hold|have|work with|support|am|are)\b
  |(?<!\b(?:every|each|any|a|of a|when) )\b${kin}\b(?!'s day)
  |\bbaby (?:is|was|has)\b|\bthe (?:girl|boy|baby|twins|siblings|sibling group|toddler|lad|lass|little one
  |unborn)\b
  |\b(?:her|his) ${theirs}\b
  |\b(?:for|from|of|on|about|against|remove|removing|removed) (?:her|him)\b
  |\b(?:she|he)(?:'s|'ll)?(?: (?:is|was|has|will|are))?(?: (?:now|still|currently|been|be|back))* ${atCourt}\b
  |\bwe(?:'re| are) (?:back |still |now )?(?:in (?:court|proceedings)|before|at (?:the )?final|waiting)`;

/** One case or any: it takes a day to tell. */
export const aCase = pattern`\b(?:the|a|one|another) (?:[\p{L}-]+ )?
  (?:child|case|family(?! (?:court|justice|division|proceedings))|parents?|young person|children
  |sibling group|${one}|${kin})\b
    (?! (?:protection|in (?:need|\d+|two|three|four|five|ten))\b)
  |\b(?:baby|child|girl|boy)'s ${theirs}\b
  |\bwe(?:'re| are)\b|\bi(?:'m| am)\b`;

/** A day near the writing, or a thing that waits for one. */
export const recently = pattern`\b(?:today|tomorrow|tonight|yesterday|this (?:morning|afternoon|evening|week
  |month)
  |(?:is|was) ${weekday}|(?:next|last) (?:week|month|night|${weekday})|(?:on|this|until|by|before|since
  |till) ${weekday}
  |(?:hearing|court|IRH|CMH) ${weekday}|${weekday}'s (?:[\p{L}-]+ )?(?:hearing|IRH|CMH)
  |(?:on|for|by|until) (?:the )?\d{1,2}(?:(?:st|nd|rd|th)|(?:st|nd|rd|th)?(?: of)? ${month})
  |in (?:a fortnight|(?:a|two|three|four|six|\d) (?:days?|weeks?)'? time)
  |(?:is|was|are|been|now) (?:re-?)?listed|listed (?:for|on)|adjourned|postponed|vacated|part[ -]heard
  |(?:been|was|is) put (?:off|back)|awaiting
  |(?:is|are|'re|still|currently) waiting (?:for|on)|ongoing|about to|at the moment|right now)\b`;

/** What has begun and not ended. */
export const unfinished = pattern`\b(?:yet|still|so far|pending|currently|at present|under ?way|coming up
  |next (?:hearing|court date)|since (?:last )?(?:week|month)|for (?:weeks|months)(?: now)?|not (?:agreed
  |filed|signed))\b`;

/** The present, or what is to come. */
export const now = pattern`\b(?:is|are|am|has|have|will|wants?|says|supports?|opposes?|opposing|contests?
  |recommends?|faces
  |remains|goes|sits|concludes|starts|awaits|runs out|ends|expires|needs|asks|thinks|refuses|agrees)\b
  |\b(?:is|are|has|have|wo|does)n't\b
  |\b(?:he|she|mum|dad|it|who|case|baby|mother|father|we|they|judge|guardian)'(?:s|re|ll)\b`;

/** What is so in general and of nobody now. */
export const generally = pattern`\b(?:when|whenever|if|often|usually|typically|always|in general|every|each
  |too many|most
  |many|some|should|must|ought|nationally|in england|on average|statistics|rates?)\b`;
