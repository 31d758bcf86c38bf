import { appears, type Match, pattern } from './pattern.ts';
import { onePerson, people, sheOrHe } from './people.ts';
import { after, before, sentenceOf } from './surroundings.ts';

/** Whether what was found is an age, and of one person. */
export type AgeTest = (text: string, match: Match, peopleIn: (sentence: string) => PeopleSpokenOf) => boolean;

/** Of whom a sentence speaks. */
export type PeopleSpokenOf = { isOfOne: boolean; isOfMany: boolean };

const someone = pattern`${onePerson}|${sheOrHe}|\b(?:her|his)\b|\b(?:my|our|their|the) (?:youngest|eldest|oldest)\b`;
const anybodyBefore = pattern`(?:\b(?:every|each|any|no|per|all|under|over)\b[^.!?\n]{0,20}
  |\b${people}\b[^.,;!?\n]{0,16})$`;

/** "removed at 2 years and 5 months": what happens in a life, and to all of them when it is said of many. */
const happenedBefore = pattern`\b(?:removed|placed|adopted|fostered|accommodated|excluded|diagnosed|sectioned|detained
  |admitted|orphaned|referred|into care|in care) (?:at (?:(?:just|only|about) )?)?$`;
const ofMany = pattern`\b(?:${people}|average|median|typical\w*|usually|most|many|cases|if|when)\b`;

export const peopleSpokenOf = (sentence: string): PeopleSpokenOf => ({
  isOfOne: appears(someone, sentence),
  isOfMany: appears(ofMany, sentence),
});

/** One child or relative is in the sentence, or a thing that happens in a life, and the age is not every child's. */
export const isOfOne: AgeTest = (text, match, peopleIn) => {
  const head = before(text, match, 40);
  if (appears(anybodyBefore, head)) return false;
  const people = peopleIn(sentenceOf(text, match));
  return people.isOfOne || (appears(happenedBefore, head) && !people.isOfMany);
};

/** The years of a wait, a sentence or a plan, and not of a life. */
const lastsBefore = pattern`\b(?:for|took|takes?|taken|lasted|lasts?|after|within|over|in|into|wait|waited
  |waits|waiting|
  average|averages|by|served|spent|another|every|nearly|further|than|to|
  (?:wait|delay|length|sentence|average|period|total|duration) (?:of|is|was))(?: (?:about|around|just|only|over
    |nearly))?[ :]{1,3}$`;
const lastsAfter = pattern`^[ ,]{1,3}(?:in (?:post|care|role)|later|ago|waits?|waiting|delays?|sentence|on average|
  to complete|from|programme|contracts?|tenancy|into|plans?|strategy|pilot|funding)\b`;
/** "the service was 7 years and 4 months old". */
const thingBefore = pattern`\b(?:act|bill|policy|strategy|plan|service|scheme|pilot|programme|project|report
  |term|contract|
  lease|building|charity|trust|review|system|law|guidance|sentence|tenancy|wait|delay|gap|agency
    |office)\b[^.!?\n]{0,25}$`;
const agedBefore = pattern`\b(?:aged?|age of|turned)[ :,(-]{0,3}$`;
const oldAfter = pattern`^[ -]old\b|^ of age\b`;
/** "7y 4m", "7yrs 4mths": few write a wait so, and then they say it. */
const short = pattern`^\d+ ?(?:y|yrs?)\b|^\d+y`;
const waitAfter = pattern`^[ ,:–-]{1,4}(?:(?:is|was|the|an?|our|in) ){0,2}(?:average|typical|mean|median|waits?|waiting|delays?
  |contract|sentence|gap|term|lease|programme|on average)\b`;

/** Years and months that somebody has lived. */
export const isLifetime: AgeTest = (text, match, peopleIn) => {
  const head = before(text, match, 40);
  const tail = after(text, match, 40);
  if (appears(thingBefore, head)) return false;
  if (appears(agedBefore, head) || appears(oldAfter, tail)) return !appears(anybodyBefore, head);
  if (appears(lastsBefore, head)) return false;
  if (appears(short, match.found)) return !appears(waitAfter, tail);
  return !appears(lastsAfter, tail) && isOfOne(text, match, peopleIn);
};

/** "a 16-year-old should …", "no 16-year-old …": what holds for everybody of that age. */
const ruleBefore = pattern`\b(?:every|each|any|no|per|if|when|whenever|typical|average|most|all)(?: (?:an?
  |the))?(?: [\p{L}-]+)? $`;
const ruleAfter = pattern`^ (?:should|must|can|cannot|can't|may|might|would|could|ought|needs?|deserves?
  |is (?:still|legally|a child)|are)\b`;
const oneBefore = pattern`\b(?:the|this|that|our|my|her|his|another|one|an?) (?:[\p{L}-]+ )?$`;
const goesOn = pattern`^(?:[ ,]{1,3}(?:in|at|with|who|was|is|has|had|from|and|on|to|whose|now|placed|living
  |moved)\b|[.,;:!?)]|\s*$)`;
const someoneAfter = pattern`^[ ,]{1,3}(?:[\p{L}-]+ ){0,2}${onePerson}`;

/** "the 7-year-old girl", "my 7yo": somebody called by an age, and no plan or contract of that age. */
export const isCalledByAge: AgeTest = (text, match) => {
  const head = before(text, match, 40);
  const tail = after(text, match, 60);
  if (appears(ruleBefore, head) || appears(ruleAfter, tail)) return false;
  return appears(someoneAfter, tail) || (appears(oneBefore, head) && appears(goesOn, tail));
};

/** "until she is 18", "once the child is 16": what happens to everybody at that age. */
const sometime = pattern`\b(?:until|till|once|before|after|if|when|whenever|unless|as soon as)\b[^.!?\n]{0,20}$`;
const present = pattern`\b(?:is|turns|reaches)\b`;

/** An age that somebody has now or had then, and not one that somebody will have. */
export const isReached: AgeTest = (text, match) =>
  !(appears(present, match.found) && appears(sometime, before(text, match, 30)));
