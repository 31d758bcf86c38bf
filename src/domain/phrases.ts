import { grouped } from './grouped.ts';
import { plainSpeech } from './plain-speech.ts';
import { folded, typed, wordsOf } from './plain-words.ts';

/** A phrase of a list, as the list writes it, and its words: one part more than it has …s. */
export type Phrase = { said: string; parts: string[][] };

export const phraseWords = (phrase: string): string[] => wordsOf(folded(phrase));

/** A list made ready for looking: worth keeping where many texts are read. */
export const phrasesOf = (list: readonly string[]): Phrase[] =>
  list.map((said) => ({ said, parts: said.split('…').map((part) => plainSpeech(phraseWords(part))) }));

/** The words that a person said: link targets, mentions, emoji codes, and emoji that hold a letter or digit, are not. */
export const spokenWords = (text: string): string[] =>
  wordsOf(
    typed(text)
      .replace(/\[[@#]\w{0,40}\]\(mention:\w{0,40}\)/g, ' ')
      .replace(/\]\([^()\s]*\)/g, ' ')
      .replace(/:[a-z0-9_+'-]{1,100}:(?:skin-tone-\d:)?/g, ' ')
      .replace(/[0-9#*]\uFE0F?\u20E3|\p{Extended_Pictographic}/gu, ' '),
  );

/**
 * The first phrase of the list that appears among the words, as the list writes it; never the person's words. "isn't"
 * and "is not" are the same.
 */
export function phraseAmong(words: string[], phrases: Phrase[]): string | null {
  const plain = plainSpeech(words);
  const known = new Set(plain);
  const isSaid = (word: string) => known.has(word);
  const areSaid = (words: string[]) => words.every(isSaid);
  const mayAppear = ({ parts }: Phrase) => parts.every(areSaid);
  return phrases.find((phrase) => mayAppear(phrase) && appears(plain, phrase))?.said ?? null;
}

/** Whether the phrase's words stand at a place among the words. */
export const startsAt = (words: string[], phrase: string[], at: number): boolean =>
  phrase.length > 0 && phrase.every((word, index) => words[at + index] === word);

/** Those of a list's phrases that stand at a place among words, in the order of the list. */
export type PhrasesAt = (words: string[], at: number) => string[][];

/** Of a long list few phrases begin with the word that is looked at. */
export function phrasesAt(phrases: string[][]): PhrasesAt {
  const byFirst = grouped(phrases.map((phrase) => [phrase[0] ?? '', phrase]));
  return (words, at) => (byFirst.get(words[at] ?? '') ?? []).filter((phrase) => startsAt(words, phrase, at));
}

/** At most this many words stand for the … of a phrase. */
export const widestGap = 6;

/** Walks all places at which the phrase can stand at once, part by part, so that no text makes it slow. */
function appears(words: string[], { parts: [first = [], ...rest] }: Phrase): boolean {
  const starts = words.flatMap((word, at) => (word === first[0] ? [at] : []));
  const ends = rest.reduce(
    (reached, part) => endsOf(words, part, new Set(reached.flatMap(withGaps))),
    endsOf(words, first, new Set(starts)),
  );
  return ends.length > 0;
}

const withGaps = (at: number): number[] => Array.from({ length: widestGap + 1 }, (_, gap) => at + gap);

const endsOf = (words: string[], part: string[], starts: Set<number>): number[] =>
  [...starts].filter((at) => startsAt(words, part, at)).map((at) => at + part.length);
