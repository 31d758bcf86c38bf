import type { Cues } from '../domain/cues.ts';
import type { Fact } from '../domain/pack.ts';
import { folded, wordsOf } from '../domain/plain-words.ts';
import type { Span } from './sentences.ts';

/** Stands for a sign of whose figure it is; no text that was read as Markdown holds it. */
const sign = '\0';
/** Where another statement begins: ", and our share fell", "and 22% here". */
const anotherStatement =
  /;|[,–—]\s(?:and|but|while|whereas|yet|so)\b|\b(?:and|but|against|versus|compared (?:with|to))\s(?:\S+\s){0,3}[£\d]/u;
/** How far behind a figure, in characters, words can still say whose it is. */
const reach = 200;

/**
 * Tells which figures of a sentence are the team's own, so that nobody else's source is put to them: words like
 * "our" before it, or after it in the same statement. A name of whoever responds counts too, as it is written.
 */
export function ownFigures(cues: Cues, respondingAs: string, facts: Fact[]) {
  const own = phrases(cues.ownFigures.map(folded));
  const notOwn = phrases(cues.notOwnFigures.map(folded));
  const names = phrases(namesIn(respondingAs, facts));
  const signed = (words: string) => sign.repeat(words.length);
  const blank = (words: string) => ' '.repeat(words.length);
  return (sentence: string): ((figure: Span) => boolean) => {
    const marked = folded(sentence.replace(names, signed)).replace(notOwn, blank).replace(own, signed);
    const first = marked.indexOf(sign);
    if (first === -1) return () => false;
    return ({ start, end }) =>
      first < start ||
      marked
        .slice(end, end + reach)
        .split(anotherStatement)[0]
        ?.includes(sign) === true;
  };
}

/** The words of a name that no fact of the pack uses: "Eastmarsh" of "Eastmarsh Children's Services". */
function namesIn(respondingAs: string, facts: Fact[]): string[] {
  const said = facts.flatMap((fact) => [fact.statement, fact.geography, fact.publisher, fact.caution ?? '']);
  const used = new Set(wordsOf(folded(said.join(' '))));
  const words = respondingAs.match(/\p{Lu}[\p{L}\d]{2,}/gu) ?? [];
  return words.filter((word) => word !== 'The' && !used.has(folded(word)));
}

function phrases(list: string[]): RegExp {
  const longestFirst = list.toSorted((a, b) => b.length - a.length);
  const alternatives = longestFirst.map((phrase) => phrase.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return list.length === 0
    ? /(?!)/g
    : new RegExp(`(?<![\\p{L}\\d])(?:${alternatives.join('|')})(?![\\p{L}\\d])`, 'gu');
}
