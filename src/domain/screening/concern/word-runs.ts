import { phraseWords } from '../../phrases.ts';
import { plainSpeech } from '../../plain-speech.ts';
import { grouped } from './grouped.ts';

/** Runs of words that may stand in one place, by their first word: {child} is "a girl", "my client" and more. */
export type WordRuns = ReadonlyMap<string, string[][]>;

/** For "{child}" the runs of the list of that name, which may hold {lists} itself; for a word the word; each made once. */
export function wordRunsOf(lists: Record<string, string[]>): (piece: string) => WordRuns {
  const known = new Map<string, WordRuns>();
  return (piece) => {
    const runs = known.get(piece) ?? grouped(expanded(piece, lists, []).map((run) => [run[0] ?? '', run]));
    known.set(piece, runs);
    return runs;
  };
}

/** All that a run with {lists} in it can say. A list that is not there, or stands in itself, says nothing. */
function expanded(run: string, lists: Record<string, string[]>, within: string[]): string[][] {
  const parts = run.split(/(\{[a-z]+\})/).map((part) => {
    if (!part.startsWith('{')) return [plainSpeech(phraseWords(part))];
    const name = part.slice(1, -1);
    if (within.includes(name)) return [];
    return (lists[name] ?? []).flatMap((inner) => expanded(inner, lists, [...within, name]));
  });
  return parts.reduce<string[][]>(
    (starts, part) => starts.flatMap((start) => part.map((end) => [...start, ...end])),
    [[]],
  );
}
