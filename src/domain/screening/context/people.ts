import { anyOf } from './pattern.ts';

const children = anyOf`
  child, kid, girl, boy, baby, toddler, infant, newborn, teenager, teen, youngster, young person, young man,
  young woman, young lad, little one, lad, lass, son, daughter, pupil, care leaver, sibling, brother, sister, twin,
  stepson, stepdaughter, grandson, granddaughter, grandchild, nephew, niece, cousin, unaccompanied minor`;

const relatives = anyOf`
  mum, mam, mummy, mom, dad, daddy, mother, father, stepmum, stepdad, stepmother, stepfather, parent, grandmother,
  grandfather, grandma, granddad, grandad, grandparent, gran, granny, nan, nana, aunt, auntie, aunty, uncle, carer,
  special guardian, adopter`;

/** A child, one of them. */
export const child = `(?:(?:young|little|foster|birth|step|only|eldest|oldest|youngest)[ -])?${children}`;

/** Somebody by whom a child is known. */
export const relative = `(?:(?:foster|birth|adoptive|young|step|single|lone)[ -])?${relatives}`;

/** Anybody of a case. */
export const person = `(?:${child}|${relative}|client|service user)`;

/** More than one of them, or anybody. */
export const people = anyOf`
  children, kids, girls, boys, babies, toddlers, infants, newborns, teenagers, teens, youngsters, young people,
  young persons, young adults, young men, young women, young carers, lads, sons, daughters, pupils, students,
  care leavers, siblings, brothers, sisters, twins, families, households, mums, dads, mothers, fathers, parents,
  grandparents, carers, adopters, those, people, everyone, anyone, cohorts?, minors`;

/** "child protection", "family hub", "sister organisation": with these behind it the word is of a policy or a body. */
export const ofPolicy = anyOf`
  protection, poverty, care, health, healthcare, welfare, wellbeing, safeguarding, development, sexual, criminal,
  abuse, neglect, exploitation, trafficking, deaths?, mortality, benefits?, support, trust, in need, arrangements,
  psycholog\w*, psychiatr\w*, psychotherap\w*, practice, practitioners?, premium, places?, tax, maintenance, labour,
  rights, law, minding, minders?, friendly, first, level, outcomes?, and famil(?:y|ies), and baby, and child,
  and adolescent, company, organisations?, charit(?:y|ies), tongue, figures?, councils?, forums?, panels?, groups?,
  governors?, advoca\w+, partnerships?, networks?, hubs?, centres?, centred, led, focused, services?, courts?,
  justice, judges?, workers?, teams?, recruitment, retention, participation, voice, carers?, famil(?:y|ies), homes?,
  conferences?, therap\w+, banks?, clubs?, limit, commissioners?, plans?, planning, offer, strateg(?:y|ies),
  population, numbers?, day, liaison, nurses?, data, budgets?, spending, programmes?, projects?, schemes?,
  assessments?, fees?, allowances?`;

/** "every child", "any looked-after child", "the voice of the child": nobody in particular. */
const ofNobody = anyOf`
  (?:every|each|any|no|per|which|what|whole)(?: (?!(?:the|this|that|our|her|his|my|a) )[\p{L}-]+){0,2},
  (?:voices?|interests?|needs?|rights?|welfare|wishes|experiences?|journey|eyes|heart|lives|life|sake|views) of (?:the|a)`;

/** One person of a case, where nothing beside the word makes it talk of everybody. */
export const onePerson = String.raw`\b${person}\b(?<!\b${ofNobody} ${person})(?![ -]${ofPolicy}\b)
  (?!'s (?:rights|voice|services?|commissioners?|homes?|social care|day)\b)(?!-\p{L})`;

/** She or he, where a person is meant and not "he or she". */
export const sheOrHe = String.raw`\b(?:she|he)\b(?<!\b(?:she|he) or (?:she|he)|[/(]s?he)(?! or )(?![/)])`;
