import { grouped } from '../../grouped.ts';
import { lengthsOf, type WordRuns } from './word-runs.ts';

/** Which of these runs stand anywhere in a text in shorthand: each word is looked at once, however many there are. */
export function standingAmong(all: Iterable<WordRuns>): (text: string) => Set<WordRuns> {
  const each = [...new Set(all)].flatMap((runs) =>
    [...runs.all].map((run): [string, WordRuns] => [run, runs]),
  );
  const holders = grouped(each);
  const byFirst = grouped([...holders.keys()].map((run) => [run.charAt(0), run]));
  const lengthsFrom = new Map([...byFirst].map(([first, runs]) => [first, lengthsOf(runs)]));
  return (text) => {
    const found = new Set<WordRuns>();
    for (let at = 0; at < text.length; at += 1) {
      for (const length of lengthsFrom.get(text.charAt(at)) ?? []) {
        for (const runs of holders.get(text.slice(at, at + length)) ?? []) found.add(runs);
      }
    }
    return found;
  };
}
