import { phraseWords } from '../../phrases.ts';
import { plainSpeech } from '../../plain-speech.ts';
import { onceEach } from '../once-each.ts';
import type { Shorthand } from './shorthand.ts';

/** Runs of words that may stand in one place, in shorthand: {child} is "a girl", "my client" and more. */
export type WordRuns = {
  all: ReadonlySet<string>;
  /** How many words they have, each number once. */
  lengths: readonly number[];
};

/** For "{child}" the runs of the list of that name, which may hold {lists} itself; for a word the word; each made once. */
export function wordRunsOf(
  lists: Record<string, string[]>,
  { learn }: Shorthand,
): (piece: string) => WordRuns {
  const expanded = expandWith(lists, learn);
  return onceEach((piece) => {
    const all = new Set(expanded(piece).filter((run) => run !== ''));
    return { all, lengths: lengthsOf(all) };
  });
}

/** How many words they have, each number once. */
export const lengthsOf = (runs: Iterable<string>): number[] => [
  ...new Set([...runs].map(({ length }) => length)),
];

/** How many words each of the runs has that stands at a place of a text in shorthand. */
export const lengthsAt = ({ all, lengths }: WordRuns, text: string, at: number): number[] =>
  lengths.filter((length) => at + length <= text.length && all.has(text.slice(at, at + length)));

/**
 * All that a run with {lists} in it can say. A list that is not there says nothing; none may stand in itself
 * (src/packs/check-screening.ts refuses that).
 */
function expandWith(
  lists: Record<string, string[]>,
  learn: (words: string[]) => string,
): (run: string) => string[] {
  const ofList = onceEach((name) => (lists[name] ?? []).flatMap(expanded));
  const ofPart = (part: string): string[] =>
    part.startsWith('{') ? ofList(part.slice(1, -1)) : [learn(plainSpeech(phraseWords(part)))];
  function expanded(run: string): string[] {
    const [first = '', ...rest] = run.split(/(\{[a-z]+\})/).filter((part) => part.trim() !== '');
    return rest.reduce((starts, part) => {
      const ends = ofPart(part);
      return starts.flatMap((start) => ends.map((end) => start + end));
    }, ofPart(first));
  }
  return expanded;
}
