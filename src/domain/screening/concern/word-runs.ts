import { phraseWords, startsAt } from '../../phrases.ts';
import { plainSpeech } from '../../plain-speech.ts';
import { onceEach } from '../once-each.ts';
import { grouped } from './grouped.ts';

/** Something by the first two words of a run of words; '' is the second of a run that has no more than one. */
export type ByTwoWords<Value> = ReadonlyMap<string, ReadonlyMap<string, Value[]>>;

/** Runs of words that may stand in one place: {child} is "a girl", "my client" and more. */
export type WordRuns = ByTwoWords<string[]>;

/** For "{child}" the runs of the list of that name, which may hold {lists} itself; for a word the word; each made once. */
export function wordRunsOf(lists: Record<string, string[]>): (piece: string) => WordRuns {
  const expanded = expandWith(lists);
  return onceEach((piece) => byTwoWords(expanded(piece).map((run) => [run, run])));
}

/** Values by the run that each goes with: lists know a thousand runs that begin with "one". */
export function byTwoWords<Value>(values: [run: string[], value: Value][]): ByTwoWords<Value> {
  const byFirst = grouped(values.map((each) => [each[0][0] ?? '', each]));
  return new Map(
    [...byFirst].map(([first, same]) => [first, grouped(same.map(([run, value]) => [run[1] ?? '', value]))]),
  );
}

/** The runs that stand at a place among words. */
export function runsAt(runs: WordRuns, words: string[], at: number): string[][] {
  const starting = runs.get(words[at] ?? '');
  if (starting === undefined) return [];
  const longer = starting.get(words[at + 1] ?? '') ?? [];
  return [...(starting.get('') ?? []), ...longer.filter((run) => startsAt(words, run, at))];
}

/**
 * All that a run with {lists} in it can say. A list that is not there says nothing; none may stand in itself
 * (src/packs/check-screening.ts refuses that).
 */
function expandWith(lists: Record<string, string[]>): (run: string) => string[][] {
  const ofList = onceEach((name) => (lists[name] ?? []).flatMap(expanded));
  const ofPart = (part: string): string[][] =>
    part.startsWith('{') ? ofList(part.slice(1, -1)) : [plainSpeech(phraseWords(part))];
  function expanded(run: string): string[][] {
    const [first = '', ...rest] = run.split(/(\{[a-z]+\})/).filter((part) => part.trim() !== '');
    return rest.reduce((starts, part) => {
      const ends = ofPart(part);
      return starts.flatMap((start) => ends.map((end) => [...start, ...end]));
    }, ofPart(first));
  }
  return expanded;
}
