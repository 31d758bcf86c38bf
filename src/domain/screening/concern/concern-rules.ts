import { grouped } from '../../grouped.ts';
import { phraseWords, widestGap } from '../../phrases.ts';
import { lengthsAt, type WordRuns } from './word-runs.ts';

/** A place of a phrase: what may stand there, and how many words may come before it. */
type Place = { runs: WordRuns; gap: number };
/** Phrases that must all stand in one sentence, in any order, and all that they need, what the fewest rules need first. */
type Rule = { phrases: Place[][]; needs: WordRuns[] };

export type Rules = {
  /** What the rules are made of. */
  needs: WordRuns[];
  /** Whether all that some rule needs stands in a text, wherever: quick, and false of most texts. */
  mayHold: (standing: Set<WordRuns>) => boolean;
  /** Whether a sentence in shorthand, with what stands in it, holds a rule. */
  hold: (sentence: string, standing: Set<WordRuns>) => boolean;
};

/**
 * Rules of phrases such as "{child} … is being {hit} + {now}": {lists} of words, … for up to six words, and + between
 * what a sentence may hold in any order.
 */
export function rulesOf(phrases: string[], runsOf: (piece: string) => WordRuns): Rules {
  const rules = rarestFirst(phrases.map((phrase) => placesOf(phrase, runsOf)));
  const byRarest = grouped(rules.map((rule) => [rule.needs[0], rule]));
  const somePossible = (standing: Set<WordRuns>, holds: (rule: Rule) => boolean): boolean =>
    [...standing].some((rarest) =>
      byRarest.get(rarest)?.some((rule) => rule.needs.every((runs) => standing.has(runs)) && holds(rule)),
    );
  return {
    needs: rules.flatMap(({ needs }) => needs),
    mayHold: (standing) => somePossible(standing, () => true),
    hold: (sentence, standing) =>
      somePossible(standing, (rule) => rule.phrases.every((phrase) => stands(phrase, sentence))),
  };
}

/** A rule is thought of only where that stands which the fewest of all rules need. */
function rarestFirst(all: Place[][][]): Rule[] {
  const rules = all.map((phrases) => ({ phrases, needs: phrases.flat().map(({ runs }) => runs) }));
  const needed = grouped(rules.flatMap((rule) => rule.needs.map((runs): [WordRuns, Rule] => [runs, rule])));
  const countOf = (runs: WordRuns): number => needed.get(runs)?.length ?? 0;
  return rules.map(({ phrases, needs }) => ({
    phrases,
    needs: needs.toSorted((one, other) => countOf(one) - countOf(other)),
  }));
}

const placesOf = (phrase: string, runsOf: (piece: string) => WordRuns): Place[][] =>
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
function stands(phrase: Place[], sentence: string): boolean {
  const anywhere = new Set(Array(sentence.length).keys());
  const reached = phrase.reduce((starts, place) => endsOf(place, starts, sentence), anywhere);
  return phrase.length > 0 && reached.size > 0;
}

function endsOf({ runs, gap }: Place, starts: Set<number>, sentence: string): Set<number> {
  const ends = new Set<number>();
  for (const at of new Set([...starts].flatMap((start) => placesFrom(start, gap)))) {
    for (const length of lengthsAt(runs, sentence, at)) ends.add(at + length);
  }
  return ends;
}

const placesFrom = (start: number, gap: number): number[] =>
  Array.from({ length: gap + 1 }, (_, wider) => start + wider);
