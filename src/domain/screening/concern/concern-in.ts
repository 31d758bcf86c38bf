import { spokenWords } from '../../phrases.ts';
import { plainSpeech } from '../../plain-speech.ts';
import type { ScreenLists } from '../lists.ts';
import { rulesOf } from './concern-rules.ts';
import { signsOf } from './signs-add-up.ts';

type ConcernLists = Pick<ScreenLists, 'concerns' | 'concernWords' | 'noConcerns' | 'concernSigns'>;

const sentenceEnd = /[.!?;](?=\s)/;
/** "Evidence: …", "*Our survey* – …": what a line is said to be says nothing of what it tells. */
const label = /^[\s>*_~•-]*\p{L}+(?: \p{L}+){0,2}[*_]{0,2}(?:\s?:[*_]{0,2}| [-–—])\s+/u;

/**
 * Whether a text, of which the words in plain speech are given too, tells of somebody who may be at risk now: by a
 * phrase of a sentence, or by signs that add up in two that follow each other in a line. A sentence that speaks of
 * people in general never does.
 */
export function concernIn(lists: ConcernLists): (text: string, words: string[]) => boolean {
  const alarms = rulesOf(lists.concerns, lists.concernWords);
  const generalities = rulesOf(lists.noConcerns, lists.concernWords);
  const signs = signsOf(lists);
  const mayTell = (words: string[]) => alarms.mayHold(words) || signs.mayBeEnough(signs.among(words));
  const tells = (line: string): boolean => {
    const told = line
      .replace(label, '')
      .split(sentenceEnd)
      .map((sentence) => plainSpeech(spokenWords(sentence)))
      .filter((sentence) => !generalities.hold(sentence));
    const found = told.map(signs.among);
    const withNext = found.map((each, index) => new Set([...each, ...(found[index + 1] ?? [])]));
    return told.some(alarms.hold) || [...found, ...withNext].some(signs.areEnough);
  };
  return (text, words) => mayTell(words) && text.split('\n').some(tells);
}
