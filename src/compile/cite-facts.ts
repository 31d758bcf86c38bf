import type { Cues } from '../domain/cues.ts';
import type { Fact } from '../domain/pack.ts';
import { folded } from '../domain/plain-words.ts';
import { ownFigures } from './own-figures.ts';
import { type Span, sentences } from './sentences.ts';

export type FactCitation = Span & { fact: Fact; sentence: Span };

/** Finds which facts of a pack a text cites; made once for a record. */
export type FactFinder = (text: string, context?: string) => FactCitation[];

/**
 * A text cites a fact when its figure, in any of its spellings, shares a sentence (or `context`, for the cells
 * of a table) with one of the fact's words, and nothing there says that the figure is the team's own. Where several
 * facts have that figure, the most of whose words are there.
 */
export function factFinder(facts: Fact[], cues: Cues, respondingAs: string): FactFinder {
  const spelt = new Map<string, Fact[]>();
  for (const fact of facts) {
    for (const spelling of new Set([fact.value, ...fact.alsoWritten].map(folded))) {
      spelt.set(spelling, [...(spelt.get(spelling) ?? []), fact]);
    }
  }
  if (spelt.size === 0) return () => [];
  const pattern = figurePattern([...spelt.keys()]);
  const whose = ownFigures(cues, respondingAs, facts);
  const read = readOnce((text) => ({ words: folded(text), isOwn: whose(text) }));
  return (text, context) =>
    sentences(text).flatMap((sentence) => {
      const spoken = text.slice(sentence.start, sentence.end);
      return [...folded(spoken).matchAll(pattern)].flatMap((match) => {
        const { words, isOwn } = read(context ?? spoken);
        const place = { start: match.index, end: match.index + match[0].length };
        const fact = bestOf(spelt.get(match[0]) ?? [], words);
        // Anywhere in a table counts, as if its figures stood at its end.
        if (fact === null || isOwn(context === undefined ? place : endOf(context))) return [];
        return [{ start: sentence.start + place.start, end: sentence.start + place.end, fact, sentence }];
      });
    });
}

const endOf = ({ length }: string): Span => ({ start: length, end: length });

/** The figures of a sentence, and the cells of a table, come one after the other with the same words around them. */
function readOnce<T>(read: (text: string) => T): (text: string) => T {
  let last: { text: string; value: T } | null = null;
  return (text) => {
    if (last?.text !== text) last = { text, value: read(text) };
    return last.value;
  };
}

/** Whole figures only: "16.1%" is not in "116.1%", "67" not in "67%", "1.67" or "£67m". */
function figurePattern(spellings: string[]): RegExp {
  const longestFirst = [...spellings].sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
  const alternatives = longestFirst.map((spelling) => {
    const escaped = spelling.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
    const nextIsNoUnit = /\d$/.test(spelling) ? '(?!\\s?(?:%|per cent|(?:m|bn|million|billion)\\b))' : '';
    return escaped + nextIsNoUnit;
  });
  return new RegExp(`(?<![\\p{L}\\d£]|\\d[.,])(?:${alternatives.join('|')})(?![\\p{L}\\d]|[.,]\\d)`, 'gu');
}

function bestOf(facts: Fact[], sentence: string): Fact | null {
  const score = ({ words }: Fact) => words.filter((word) => hasWord(sentence, folded(word))).length;
  const scored = facts.map((fact) => ({ fact, score: score(fact) })).filter((one) => one.score > 0);
  scored.sort((a, b) => b.score - a.score);
  return scored[0]?.fact ?? null;
}

function hasWord(sentence: string, word: string): boolean {
  for (let at = sentence.indexOf(word); at !== -1; at = sentence.indexOf(word, at + 1)) {
    const isWhole = ![sentence[at - 1], sentence[at + word.length]].some((next) =>
      /[\p{L}\d]/u.test(next ?? ''),
    );
    if (isWhole) return true;
  }
  return false;
}
