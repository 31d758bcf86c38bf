import { pattern } from './pattern.ts';

const order = String.raw`(?:(?:interim|full|final) )?(?:care|supervision|placement|adoption|contact|residence|
  child arrangements|special guardianship|secure accommodation|emergency protection|recovery|non-molestation
  |deprivation of liberty|DOLs?) order\b`;

/** The noun, and no "hearing from children", "we are hearing" or "hearing aid". */
const hearing = String.raw`\bhearing\b(?<!\b(?:of|by|been|be|are|'re|am|'m|were|keep|kept|from|worth|after
  |like|start
  |love|value|hard of) hearing)
  (?! (?:from|about|of|that|how|what|why|back|aids?|loss|impair\w*|tests?|voices|children|people|parents
  |families|their
  |his|her|each|needs|young)\b)`;
const judge = String.raw`\b(?:the|a|our|this|family|new|same|district|circuit) (?:\p{L}+ )?judge\b|\bHHJ\b
  |\bmagistrates\b
  |\bjudge (?=wants|says|said|told|has|is|was|will|asked|ordered|refused|granted|adjourned|directed|made|gave)`;
const guardian = String.raw`\bguardian\b(?<!\b(?:special|legal|caldicott|parent or) guardian)
  (?! (?:service|system|role|shortage|allocation|vacanc\w+)\b)`;
const lawyer = String.raw`\b(?:our|their|her|his|the|leading|junior|\p{L}+'s) (?:counsel|barrister)\b
  |\b(?:counsel|barrister) (?=says|said|told|for|has|is|was|wants|will|thinks|advise|tells)`;
const paper = String.raw`\bthreshold (?:document|statement|schedule)\b|\b(?:court|hearing|trial) (?:bundle
  |papers|date
  |timetable|statement|report|order)\b|(?<=\b(?:for|awaiting|reserved|(?:on|for) the) )judgment\b
  |\b(?:position statement|final evidence|fact[ -]find(?:ing)?)\b`;
const atCourt = String.raw`\b(?:in|before|to|at|from) (?:the )?(?:family |high |county )?court\b
  (?! (?:system|process|reform|delays?|fees?|service|statistics)\b)`;

/** Words of the family court; an order in the plural is policy. */
export const court = pattern`\b${order}|\b(?:EPO|IRH|CMH|FHDRA)\b
  |\bICO\b(?! (?:guidance|code|registration|fine|fee|advice|report|guide|toolkit|'s))
  |${hearing}|${judge}|${guardian}|${lawyer}|${paper}|${atCourt}
  |\bthe (?:family )?court (?=wants|says|has|is|will|needs|asks|ordered|expects)
  |\b(?:care |pre-)?proceedings\b|\bcase (?:is|was|has been) (?:re-?)?listed\b`;

/** What there is only in one case: with a day near it no more need be said. */
export const courtDay = pattern`\b(?:IRH|CMH|FHDRA)\b|${hearing}|${judge}|${guardian}|${lawyer}|${atCourt}
  |\bthreshold statement|\b(?:court|hearing) (?:bundle|date)|\bthese proceedings|\bcase (?:is|was
  |has been) (?:re-?)?listed|\b${order} (?:runs out|ends|expires)`;

/** Other bodies that share a name with one of the court. */
export const elsewhere = pattern`\b(?:data protection|information commissioner|freedom of information)\b`;

/** A colleague at work on the response, and no court. */
export const ofWriting = pattern`\b(?:draft\w*|paragraphs?|wording|(?:line|section|bit|slide|words) (?:on
  |about)|response|chapter|theme|reforms?
  |guidance|figures|submission)\b`;

/** Judges speak, report and are read, and committees hold hearings: nobody's case. */
export const publicLaw = pattern`\[(?:19|20)\d\d\]|\b(?:committee|review|inquiry|parliament\w*|peers|lords
  |commons|minister
  |consultation|conference|seminar|webinar|lecture|training|podcast|panel|paper|article|published|speech
  |speaks|speaking
  |spoke|talk|briefing|tribunal|working group|president|supreme court|court of appeal|court service|pilot
  |reforms?
  |social workers|judges|guardians|hearings|families|courts|cases|councils|authorities|lawyers|experts
  |orders)\b`;
