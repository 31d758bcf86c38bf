import { startsAt } from '../../phrases.ts';
import { grouped } from './grouped.ts';
import type { WordRuns } from './word-runs.ts';

/** Which of these runs stand anywhere among words: each word is looked at once, however many there are. */
export function standingAmong(all: Iterable<WordRuns>): (words: string[]) => Set<WordRuns> {
  const starting = grouped([...new Set(all)].flatMap(startsOf));
  return (words) => {
    const found = new Set<WordRuns>();
    for (const [at, word] of words.entries()) {
      for (const { runs, run } of starting.get(word) ?? []) {
        if (run.length === 1 || startsAt(words, run, at)) found.add(runs);
      }
    }
    return found;
  };
}

type Start = { runs: WordRuns; run: string[] };

const startsOf = (runs: WordRuns): [string, Start][] =>
  [...runs].flatMap(([word, each]) => each.map((run): [string, Start] => [word, { runs, run }]));
