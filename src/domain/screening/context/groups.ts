import { month, partOfDate, weekday } from './dates.ts';
import { anyOf } from './pattern.ts';

const peoples = anyOf`
  black, asian, roma, romany, gypsy, gypsies, travellers?, afghan, afghani, albanian, american, angolan, arab,
  african, caribbean, bangladeshi, bengali, bulgarian, chinese, congolese, czech, egyptian, eritrean, ethiopian,
  french, gambian, german, ghanaian, greek, hungarian, indian, iranian, iraqi, irish, italian, jamaican, kosovan,
  kurdish, latvian, lithuanian, moroccan, nepalese, nigerian, pakistani, polish, portuguese, romanian, russian,
  slovak\w*, somali, spanish, sri lankan, sudanese, syrian, tamil, turkish, ugandan, ukrainian, vietnamese, yemeni,
  zimbabwean, mixed[ -](?:heritage|race|ethnicity), dual[ -]heritage, white british,
  white (?:child|girl|boy|family|young)\w*, GRT, UASC, asylum[ -]seek\w+, refugees?, unaccompanied`;

const faiths = anyOf`
  muslim, jewish, sikh, hindu, christian, catholic, buddhist, jehovah's witness\w*, haredi, charedi, orthodox,
  evangelical, pentecostal, mormon, rastafarian`;

const conditions = anyOf`
  autis\w+, ADHD, ASD, ASC, FASD, fo?etal alcohol, down'?s? syndrome, cerebral palsy, deaf\w*, blind,
  visually impaired, hearing impaired, epilep\w+, diabet\w+, anorexi\w+, bulimi\w+, eating disorders?, wheelchairs?,
  learning (?:disab\w+|difficult\w+), disab(?:led|ility|ilities), PTSD, OCD, psychosis, psychotic, schizophreni\w+,
  bipolar, cystic fibrosis, cancer, leukaemia, HIV, self[ -]harm\w*, overdose\w*, suicid\w+, non[ -]verbal,
  tracheostom\w+, tube[ -]fed, sickle cell, dystrophy, spina bifida, asthma\w*, pregnan\w+, trans, transgender,
  non-binary, gender dysphoria, tourette\w*, SEND?, PMLD, complex (?:health )?needs`;

/** What makes a few children a few known children: a people, a faith, a condition. */
export const group = String.raw`\b(?:${peoples}|${faiths}|${conditions})\b`;

const inside = anyOf`
  in, at, from, on, into, inside, under, by, with, within, through, attending, attends?, attended, open to, known to,
  left, leaving, joined`;
const determiner = `(?:our|the|this|that|one|an?|same|their|her|his|my|its|another)`;
const institutions = anyOf`
  school, academy, nursery, college, sixth form, primary, pupil referral unit, PRU, classroom, CAMHS, YOT, YOS, EDT,
  MASH, early help, tier 4, ward, unit, hospital, children's homes?, residential home, care home, home, refuge,
  hostel, respite, children's centre, family hub, family centre, contact centre, semi-independent,
  supported accommodation, supported lodgings, project, caseload, waiting list, youth club, youth centre, service,
  clinic, village, estate, street, town, borough, county,
  city, locality, hub`;

/** A school, a service or a neighbourhood with a few children in it: "at our school", "on the CAMHS waiting list". */
export const institution = String.raw`\b${inside} (?:${determiner} (?:[\p{L}-]+ ){0,3}?${institutions}
  |CAMHS|YOT|YOS|tier (?:4|four)|respite|custody|secure (?:\p{L}+ )?(?:beds?|units?|homes?|accommodation)|(?:[\p{L}-]+ )?hospital)\b`;

/** A day or a month; a year alone is none. */
export const someDate = String.raw`(?:${partOfDate}
  |\b(?:in|since|last|during|this|until|by) (?:early |late |mid-)?${month}
  |\b(?:on|last|this|next|since) ${weekday}
  |\b(?:yesterday|last night|this morning|overnight)\b)`;

/** Where nobody is few: nations, regions, London; and capitals that are no places. */
export const notPlace = anyOf`
  England, Wales, Scotland, Northern, Southern, Eastern, Western, Britain, Great, United, UK, London, Inner, Outer,
  Greater London, Europe, European, Midlands,
  (?:North|South|East|West)(?:[ -](?:East|West|of|Midlands|England|London|Wales|Anglia)|(?! ?\p{Lu})),
  English, British, Welsh, Scottish, National, Royal, Parliament, Whitehall, Government, Ministers?, Ofsted, Cafcass,
  Care, Children, Child, Social, Local, Early, Family, Working, Independent, Year, Key, Chapter, Part, Section, Annex,
  Appendix, Table, Figure, Question, Theme, Reception, Maths, House, Lords, Commons, Covid, Zoom, Teams, Slack, Mum,
  Dad, Health, Education, Home, State, Special, Every, Each, All, Our, The, This, That, January, February, March, April,
  May, June, July, August, September, October, November, December, Monday, Tuesday, Wednesday, Thursday, Friday,
  Saturday, Sunday, Christmas, Easter, Ramadan, Eid`;

/** "the Larkhill estate", "our Eastmarsh office": a place with its article. */
const withArticle = String.raw`(?:the|our) (?=\p{Lu}[\p{L}'-]+ (?:
  area|estate|office|district|locality|unit|home|hub|service|school|ward|village|town|team|hostel|part|group
    |panel|forum|patch)\b|Isle|Wirral|Forest of)`;

/** A town, a county, an estate after a preposition. Capitals matter. */
export const namedPlace = String.raw`\b(?:[Ii]n|[Aa]t|[Ff]rom|of|[Nn]ear|[Aa]round|outside|[Aa]cross|to
  |into) (?:${withArticle})?
  (?!${notPlace}(?!\p{L}))(?:St\.? )?\p{Lu}\p{Ll}[\p{L}'-]*`;
