import { spokenWords } from '../../phrases.ts';
import { plainSpeech } from '../../plain-speech.ts';
import type { ScreenLists } from '../lists.ts';
import { rulesOf } from './concern-rules.ts';
import { createShorthand } from './shorthand.ts';
import { signsOf } from './signs-add-up.ts';
import { standingAmong } from './standing-among.ts';
import { wordRunsOf } from './word-runs.ts';

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
  const shorthand = createShorthand();
  const runsOf = wordRunsOf(lists.concernWords, shorthand);
  const alarms = rulesOf(lists.concerns, runsOf);
  const generalities = rulesOf(lists.noConcerns, runsOf);
  const signs = signsOf(lists.concernSigns, runsOf);
  const standing = standingAmong([...alarms.needs, ...generalities.needs, ...signs.needs]);
  const mayTell = (words: string[]): boolean => {
    const all = standing(shorthand.write(words));
    return alarms.mayHold(all) || signs.mayBeEnough(all);
  };
  const tells = (line: string): boolean => {
    const told = line
      .replace(label, '')
      .split(sentenceEnd)
      .map((sentence) => shorthand.write(plainSpeech(spokenWords(sentence))))
      .map((sentence) => ({ sentence, found: standing(sentence) }))
      .filter(({ sentence, found }) => !generalities.hold(sentence, found));
    return told.some(
      ({ sentence, found }, index) =>
        alarms.hold(sentence, found) ||
        signs.areEnough(found) ||
        signs.areEnough(found, told[index + 1]?.found),
    );
  };
  return (text, words) => mayTell(words) && text.split('\n').some(tells);
}
