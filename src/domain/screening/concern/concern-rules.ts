import { phraseWords, startsAt, widestGap } from '../../phrases.ts';
import { grouped } from './grouped.ts';
import { standingAmong } from './standing-among.ts';
import { type WordRuns, wordRunsOf } from './word-runs.ts';

/** A place of a phrase: what may stand there, and how many words may come before it. */
type Place = { runs: WordRuns; gap: number };
/** Phrases that must all stand in one sentence, in any order. */
type Rule = Place[][];

export type Rules = {
  /** Whether the words hold all that some rule needs, wherever it stands: quick, and false of most texts. */
  mayHold: (words: string[]) => boolean;
  /** Whether a sentence's words hold a rule. */
  hold: (words: string[]) => boolean;
};

/**
 * Rules of phrases such as "{child} … is being {hit} + {now}": {lists} of words, … for up to six words, and + between
 * what a sentence may hold in any order.
 */
export function rulesOf(phrases: string[], lists: Record<string, string[]>): Rules {
  const runsOf = wordRunsOf(lists);
  const rules = phrases.map((phrase) => ruleOf(phrase, runsOf));
  const standing = standingAmong(rules.flatMap(needsOf));
  const byNarrowest = grouped(rules.map((rule) => [narrowest(rule), rule]));
  const possible = (words: string[]): Rule[] => {
    const present = standing(words);
    return [...present]
      .flatMap((runs) => byNarrowest.get(runs) ?? [])
      .filter((rule) => rule.every((phrase) => phrase.every(({ runs }) => present.has(runs))));
  };
  return {
    mayHold: (words) => possible(words).length > 0,
    hold: (words) => possible(words).some((rule) => rule.every((phrase) => stands(phrase, words))),
  };
}

const needsOf = (rule: Rule): WordRuns[] => rule.flat().map(({ runs }) => runs);

/** What has the fewest words of all that a rule needs: a rule is thought of only where that stands. */
const narrowest = (rule: Rule): WordRuns | undefined =>
  needsOf(rule).toSorted((one, other) => one.size - other.size)[0];

const ruleOf = (phrase: string, runsOf: (name: string) => WordRuns): Rule =>
  phrase.split('+').map((part) =>
    part.split('…').flatMap((piece, index) =>
      piecesOf(piece)
        .map(runsOf)
        .map((runs, place) => ({ runs, gap: place === 0 && index > 0 ? widestGap : 0 })),
    ),
  );

/** "{child}", "is", "being". */
const piecesOf = (text: string): string[] =>
  text.split(/(\{[a-z]+\})/).flatMap((piece) => (piece.startsWith('{') ? [piece] : phraseWords(piece)));

/** Walks all places at which the phrase can stand at once, so that no text makes it slow. */
function stands(phrase: Place[], words: string[]): boolean {
  const reached = phrase.reduce((starts, place) => endsOf(place, starts, words), new Set(words.keys()));
  return phrase.length > 0 && reached.size > 0;
}

function endsOf({ runs, gap }: Place, starts: Set<number>, words: string[]): Set<number> {
  const ends = new Set<number>();
  for (const at of new Set([...starts].flatMap((start) => placesFrom(start, gap)))) {
    for (const run of runs.get(words[at] ?? '') ?? []) {
      if (startsAt(words, run, at)) ends.add(at + run.length);
    }
  }
  return ends;
}

const placesFrom = (start: number, gap: number): number[] =>
  Array.from({ length: gap + 1 }, (_, wider) => start + wider);
