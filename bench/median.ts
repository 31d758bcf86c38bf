/** The middle one, or the mean of the two in the middle. NaN when there is none: no bar is met by it. */
export const median = (runs: readonly number[]): number => {
  const sorted = runs.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const [low = Number.NaN, high = Number.NaN] = [
    sorted[sorted.length % 2 === 1 ? middle : middle - 1],
    sorted[middle],
  ];
  return (low + high) / 2;
};

/** The smallest that `share` (0 to 1) of them are not above. NaN when there is none. */
export const percentile = (runs: readonly number[], share: number): number =>
  runs.toSorted((a, b) => a - b)[Math.max(0, Math.ceil(runs.length * share) - 1)] ?? Number.NaN;
