import type { Pack } from '../domain/pack.ts';
import { folded, wordsOf } from '../domain/plain-words.ts';
import type { ReplyWords } from './reply-words.ts';

/** How often a word is used in a record; without end when the pack itself uses it. */
export type Uses = (word: string) => number;

export function wordUses(replies: ReplyWords[], { questions, themes, facts }: Pack): Uses {
  const uses = new Map<string, number>();
  for (const word of replies.flatMap(({ sorted }) => sorted)) uses.set(word, (uses.get(word) ?? 0) + 1);
  const packTexts = [
    ...questions.map(({ wording }) => wording),
    ...themes.flatMap(({ title, about, prompts }) => [
      title,
      about,
      ...prompts.flatMap(({ ask, good }) => [ask, good]),
    ]),
    ...facts.flatMap(({ statement, words }) => [statement, ...words]),
  ];
  const known = new Set(packTexts.flatMap((text) => wordsOf(folded(text))));
  return (word) => (known.has(word) ? Number.POSITIVE_INFINITY : (uses.get(word) ?? 0));
}
