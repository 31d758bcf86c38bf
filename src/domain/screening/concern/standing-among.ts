import { startsAt } from '../../phrases.ts';
import { byTwoWords, type WordRuns } from './word-runs.ts';

/** Which of these runs stand anywhere among words: each word is looked at once, however many there are. */
export function standingAmong(all: Iterable<WordRuns>): (words: string[]) => Set<WordRuns> {
  const starting = byTwoWords([...new Set(all)].flatMap(startsOf));
  return (words) => {
    const found = new Set<WordRuns>();
    words.forEach((word, at) => {
      const starts = starting.get(word);
      if (starts === undefined) return;
      const alone = starts.get('') ?? [];
      const longer = starts.get(words[at + 1] ?? '') ?? [];
      for (const { runs, run } of [...alone, ...longer]) if (startsAt(words, run, at)) found.add(runs);
    });
    return found;
  };
}

type Start = { runs: WordRuns; run: string[] };

const startsOf = (runs: WordRuns): [string[], Start][] =>
  [...runs.values()].flatMap((bySecond) => [...bySecond.values()].flat()).map((run) => [run, { runs, run }]);
