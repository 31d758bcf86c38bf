/** Where a sentence may end: a stop, closing quotes, white space, and something that can begin one. */
const stop = /[.!?]+["'”’)\]]*(?=\s+["'“‘(]?[\p{Lu}\p{N}])/gu;
/** A full stop after one of these ends a word, not a sentence. */
const abbreviation =
  /(?:^|[\s(])(?:e\.g|i\.e|etc|cf|vs?|ss?|approx|dr|mrs?|ms|prof|st|ltd|nos?|paras?|pp?|arts?|secs?|figs?|[A-Z])\.$/i;

export type Span = { start: number; end: number };

/** The sentences of one paragraph's words, as places in it; together they cover it. */
export function sentences(text: string): Span[] {
  const ends = [...text.matchAll(stop)]
    .map((match) => match.index + match[0].length)
    .filter((end) => !abbreviation.test(text.slice(Math.max(0, end - 12), end)));
  const places = ends.at(-1) === text.length ? ends : [...ends, text.length];
  return places.map((end, index) => ({ start: places[index - 1] ?? 0, end }));
}
