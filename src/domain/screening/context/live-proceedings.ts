import { onceEach } from '../once-each.ts';
import type { Detector } from '../reading.ts';
import { court, courtDay, elsewhere, ofWriting, publicLaw } from './court-words.ts';
import { aCase, generally, now, recently, thisCase, unfinished } from './live-case.ts';
import { appears, lowered, type Match, matches, pattern } from './pattern.ts';
import { after, before, sentenceOf } from './surroundings.ts';

/** Most texts hold none of them, and need no closer look. */
const worthALook = pattern`court|order\b|hearing|judge|hhj|magistrates|guardian|counsel|barrister|threshold|judgment
  |position statement|final evidence|fact[ -]find|listed|proceedings|\b(?:epo|irh|cmh|fhdra|ico)\b`;

/**
 * Court proceedings about one child that go on now (table 4.2; s.12 of the Administration of Justice Act 1960):
 * looked at. It takes a word of the court, one case, and the present or a day near it; a hearing on a near day is
 * a case by itself, and so is what two words of the court say is unfinished. Talk of thresholds, of care proceedings
 * in general and of the Information Commissioner passes.
 */
export const findLiveProceedings: Detector = ({ text }) => {
  const plain = lowered(text);
  if (!appears(worthALook, plain)) return [];
  const isLiveIn = onceEach(isLive);
  return matches(court, plain)
    .filter((match) => !isNewspaper(text, match) && isLiveIn(sentenceOf(plain, match)))
    .map(({ start, end }) => ({ type: 'live-proceedings', strength: 'warn', start, end }));
};

const theBefore = /\b(?:the|(?:week|day|month)['’]s) $/i;
const newsAfter = pattern`^ (?:article|piece|report\w*|story|investigation|has published|readers?)\b`;

const isNewspaper = (text: string, match: Match): boolean =>
  text.slice(match.start, match.end) === 'Guardian' &&
  (theBefore.test(before(text, match, 12)) || appears(newsAfter, after(text, match, 20)));

function isLive(sentence: string): boolean {
  if (appears(elsewhere, sentence)) return false;
  const isNear = appears(recently, sentence);
  if (appears(thisCase, sentence)) return isNear || isGoingOn(sentence);
  if (appears(ofWriting, sentence)) return false;
  if (isNear && appears(aCase, sentence)) return true;
  if (appears(publicLaw, sentence) || appears(generally, sentence)) return false;
  return isNear ? appears(courtDay, sentence) : appears(unfinished, sentence) && hasTwoCourtWords(sentence);
}

const isGoingOn = (sentence: string): boolean =>
  appears(unfinished, sentence) || (appears(now, sentence) && !appears(generally, sentence));

const hasTwoCourtWords = (sentence: string): boolean =>
  new Set(matches(court, sentence).map(({ found }) => found)).size > 1;
