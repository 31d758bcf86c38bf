import type { ScreenLists } from '../lists.ts';
import { standingAmong } from './standing-among.ts';
import { type WordRuns, wordRunsOf } from './word-runs.ts';

export type Signs = {
  /** The signs that stand among the words. */
  among: (words: string[]) => Set<WordRuns>;
  /** Whether signs of a whole text could be enough in a part of it. */
  mayBeEnough: (found: Set<WordRuns>) => boolean;
  /** Whether signs found together tell of somebody at risk. */
  areEnough: (found: Set<WordRuns>) => boolean;
};

/**
 * Signs of a concern, each weak in itself: a knife, a boy, a rucksack. Nobody tells of an event twice in the same words,
 * so what phrases miss is found by how much of it comes together beside somebody in particular.
 */
export function signsOf({
  concernSigns,
  concernWords,
}: Pick<ScreenLists, 'concernSigns' | 'concernWords'>): Signs {
  const runsOf = wordRunsOf(concernWords);
  const somebody = runsOf(`{${concernSigns.of}}`);
  const counts = new Map(
    Object.entries(concernSigns.counts).map(([name, count]) => [runsOf(`{${name}}`), count]),
  );
  const reach = (found: Set<WordRuns>, least: number): boolean => {
    const sum = [...found].reduce((total, runs) => total + Math.max(least, counts.get(runs) ?? 0), 0);
    return found.has(somebody) && sum >= concernSigns.enough;
  };
  return {
    among: standingAmong([somebody, ...counts.keys()]),
    mayBeEnough: (found) => reach(found, 0),
    areEnough: (found) => reach(found, Number.NEGATIVE_INFINITY),
  };
}
