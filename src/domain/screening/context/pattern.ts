import { folded } from '../../plain-words.ts';
import { newSearch } from './search.ts';

/**
 * Holds everywhere, and has V8 write what comes behind it once instead of up to ten times: around gaps and lists it halves the
 * code of all searches, and the time that they take.
 */
const seam = '(?=)';

/** A blank of a pattern is a short gap of one line, so that no run of blanks makes a search slow. */
const gap = String.raw`(?:${seam}[ \t]{1,3}${seam})`;

/** Line breaks of a pattern say nothing; inside a character class a blank is left alone. */
const spelt = (source: string): string =>
  source.replace(/\s*\n\s*/g, '').replace(/\[[^\]]*\]|[ ']/g, (part) => {
    if (part.length > 1) return part.replace("'", "'’");
    return part === ' ' ? gap : "['’]";
  });

/** In small letters, but for classes such as \p{L}. */
const small = (source: string): string =>
  source.replace(/\\p\{\w+\}|\\.|\p{Lu}/gu, (part) => (part.length > 1 ? part : part.toLowerCase()));

/**
 * A search written as it reads, for text that is `lowered`: a blank is a gap between words of one line, an
 * apostrophe is straight or curly, capitals do not matter. Fragments go in as `${…}`. Twice as fast as the i flag.
 */
export const pattern = (source: TemplateStringsArray, ...parts: string[]): RegExp =>
  newSearch(small(spelt(String.raw(source, ...parts))), 'gu');

/** The same for `matchesAt`: it is tried where it is told to. */
export const patternAt = (source: TemplateStringsArray, ...parts: string[]): RegExp =>
  newSearch(small(spelt(String.raw(source, ...parts))), 'uy');

/** The same for text as it was typed, where capitals matter. */
export const capitalPattern = (source: TemplateStringsArray, ...parts: string[]): RegExp =>
  newSearch(spelt(String.raw(source, ...parts)), 'gu');

/** A fragment that is any of the words of a list, which are parted by commas; lines may break anywhere. */
export const anyOf = (source: TemplateStringsArray, ...parts: string[]): string =>
  `(?:${seam}(?:${String.raw(source, ...parts)
    .trim()
    .replace(/\s*\n\s*/g, ' ')
    .split(', ')
    .join('|')})${seam})`;

/** A text in small letters, every character staying at its place. */
export function lowered(text: string): string {
  const lower = text.toLowerCase();
  return lower.length === text.length ? lower : folded(text);
}

/** Whether it appears, from the beginning: a global search would go on where the last one stopped. */
export function appears(search: RegExp, text: string): boolean {
  search.lastIndex = 0;
  return search.test(text);
}

export type Match = { start: number; end: number; found: string };

/** Every match, in order. A loop, since matchAll makes a new search for each text, at three times the cost. */
export function matches(search: RegExp, text: string): Match[] {
  const all: Match[] = [];
  search.lastIndex = 0;
  for (let match = search.exec(text); match !== null; match = search.exec(text)) {
    all.push({ start: match.index, end: search.lastIndex, found: match[0] });
  }
  return all;
}

/** Where a search that matches no characters, such as `(?=…)`, holds: in order. */
export function placesOf(search: RegExp, text: string): number[] {
  const all: number[] = [];
  search.lastIndex = 0;
  for (let match = search.exec(text); match !== null; match = search.exec(text)) {
    all.push(match.index);
    search.lastIndex = match.index + 1;
  }
  return all;
}

/**
 * Every match that begins at one of the places, in order and apart. Where many searches begin alike, the places are
 * looked for once, and none of them reads the whole text.
 */
export function matchesAt(search: RegExp, text: string, places: number[]): Match[] {
  const all: Match[] = [];
  let end = 0;
  for (const start of places) {
    search.lastIndex = start;
    const found = start < end ? undefined : search.exec(text)?.[0];
    if (found === undefined) continue;
    end = start + found.length;
    all.push({ start, end, found });
  }
  return all;
}
