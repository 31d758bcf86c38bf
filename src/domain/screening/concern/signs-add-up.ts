import type { ScreenLists } from '../lists.ts';
import type { WordRuns } from './word-runs.ts';

export type Signs = {
  /** The somebody beside whom they count, and the signs. */
  needs: WordRuns[];
  /** Whether what stands in a whole text could be enough in a part of it. */
  mayBeEnough: (standing: Set<WordRuns>) => boolean;
  /** Whether what stands in one of two sentences tells of somebody at risk. */
  areEnough: (one: Set<WordRuns>, other?: Set<WordRuns>) => boolean;
};

/**
 * Signs of a concern, each weak in itself: a knife, a boy, a rucksack. Nobody tells of an event twice in the same words,
 * so what phrases miss is found by how much of it comes together beside somebody in particular.
 */
export function signsOf(
  { of, enough, counts }: ScreenLists['concernSigns'],
  runsOf: (piece: string) => WordRuns,
): Signs {
  const somebody = runsOf(`{${of}}`);
  const counted = Object.entries(counts).map(([name, count]) => ({ runs: runsOf(`{${name}}`), count }));
  const reach = (stands: (runs: WordRuns) => boolean, least: number): boolean =>
    stands(somebody) &&
    counted.reduce((sum, { runs, count }) => sum + (stands(runs) ? Math.max(least, count) : 0), 0) >= enough;
  return {
    needs: [somebody, ...counted.map(({ runs }) => runs)],
    mayBeEnough: (standing) => reach((runs) => standing.has(runs), 0),
    areEnough: (one, other = one) =>
      reach((runs) => one.has(runs) || other.has(runs), Number.NEGATIVE_INFINITY),
  };
}
