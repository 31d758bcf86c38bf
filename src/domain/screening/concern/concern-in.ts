import { spokenWords } from '../../phrases.ts';
import type { ScreenLists } from '../lists.ts';
import { rulesOf } from './concern-rules.ts';
import { plainSpeech } from './plain-speech.ts';

type ConcernLists = Pick<ScreenLists, 'concerns' | 'concernWords' | 'noConcerns'>;

const sentenceEnd = /\n|[.!?;](?=\s)/;

/**
 * Whether a text, of which the spoken words are given too, tells of somebody who may be at risk now. A sentence
 * that speaks of people in general never does.
 */
export function concernIn(lists: ConcernLists): (text: string, words: string[]) => boolean {
  const alarms = rulesOf(lists.concerns, lists.concernWords);
  const generalities = rulesOf(lists.noConcerns, lists.concernWords);
  const isAlarm = (words: string[]) => alarms.hold(words) && !generalities.hold(words);
  return (text, words) =>
    alarms.mayHold(plainSpeech(words)) &&
    text.split(sentenceEnd).some((sentence) => isAlarm(plainSpeech(spokenWords(sentence))));
}
