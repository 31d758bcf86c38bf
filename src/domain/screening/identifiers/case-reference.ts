import type { Detector } from '../reading.ts';
import { type Match, matchesOf, toFinding } from './matches.ts';

const system = 'LCS|Mosaic|Liquid ?logic|ICS|EHM|Cafcass';
const record = `(?:case|child(?:'s)?|client|person|file|service user)[ -]?(?:ref(?:erence)?|no|number|id|file)|record[ -]?(?:ref(?:erence)?|id)`;
const number = String.raw`(?:[A-Z]{1,4}[-/]?)?(?:\d{2,4}[-/]\d{3,8}|\d{3} \d{3,4}|\d{4,10})(?![\d,.]\d|\d)`;
const between = String.raw`(?:[\s:#.(-]|\b(?:is|no|nos|nr|number|ref|reference|id|record|case|file)\b){0,8}`;
const shape = new RegExp(
  String.raw`(?<![a-z\d])(?:${system}|${record})(?:${between})(?:(?<![a-z])|(?=\d))${number}(?![a-z])`,
  'gi',
);

/** "case number we were given was 4471902", "Person ID on our system - 7730125": some words before the number. */
const ofSystem = String.raw`(?:${system})(?: (?:case|child|client|person))? (?:ref|reference|number|no|id)\b\.?`;
const inSystem = String.raw`(?:ref|reference|id|record) (?:on|in|from) (?:our |the )?(?:${system}|system)\b`;
const some = String.raw`(?:[ ,(]{1,2}[a-z][a-z'-]{0,15}[),]?){0,8}?(?: is| was|:| -|,|\))(?: still| now)?`;
const afterWords = new RegExp(
  String.raw`(?<![a-z\d])(?:${ofSystem}|(?:${record})\b\.?|record number\b|${inSystem})${some} \d{5,10}(?![\d,.]\d|\d|[a-z]| ?%)`,
  'gi',
);
const isOfMany =
  /\b(?:cases|children|families|people|referrals|applications|year|quarter|total|average|count|nationally)\b/i;

const isBareSystem = new RegExp(`^(?:${system})[ ]`, 'i');
const isMarked = /[#:-]|\b(?:no|nos|nr|number|ref|reference|id|record|case|file)\b/i;
const isYear = /(?:^|\D)(?:19|20)\d\d(?:-\d\d)?$/;
const isCounted =
  /^ (?:[a-z]+ )?(?:cases|applications|children|referrals|families|users|records|people|staff|orders|reports|returns|workers|councils|responses)\b/i;

/**
 * The number of a record in a case management system (LCS, Mosaic, Liquidlogic, ICS, EHM), of Cafcass, or of a
 * child, person, client or case. A year or a count after a system's name is none.
 */
export const caseReference: Detector = (reading) =>
  [
    ...matchesOf(reading, shape).filter(isReference),
    ...(/\d{5}/.test(reading.text) ? matchesOf(reading, afterWords) : []).filter(
      ({ text, after }) => !isOfMany.test(text) && !isCounted.test(after),
    ),
  ].map(toFinding('case-reference', 'block'));

function isReference({ text, after }: Match): boolean {
  if (isYear.test(text)) return /[#:]/.test(text);
  return !isBareSystem.test(text) || isMarked.test(text) || !isCounted.test(after);
}
