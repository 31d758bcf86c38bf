import { sentences } from '../compile/sentences.ts';
import { typed, wordsOf } from '../domain/plain-words.ts';
import { isInternal } from './file-name.ts';

/** What a person may have left in a document: who they are, and what they typed. */
export type Traces = { userId: string; name: string; texts: string[] };

/** Of fewer words many people would say the same. */
const FEWEST_WORDS = 4;

/** The sentences, of at least four words, in what they typed: what can be told for theirs. */
export const tellingSentences = ({ texts }: Pick<Traces, 'texts'>): string[] => [
  ...new Set(
    texts
      .flatMap((text) => text.split('\n'))
      .flatMap((line) => sentences(line).map(({ start, end }) => bare(line.slice(start, end))))
      .filter((sentence) => wordsIn(sentence).length >= FEWEST_WORDS),
  ),
];

/** Without the marks around it, and without the "Concern:" that a document leaves out. */
const bare = (sentence: string): string =>
  sentence.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '').replace(/^\p{L}+:\s+/u, '');

/** A first name alone stands in other words and is other people's: only a name of several words tells. */
export const isTellingName = (name: string): boolean => wordsIn(name).length > 1;

/** The words of a text one after the other, whatever is between them; the escapes of Markdown and JSON are undone. */
const wordsIn = (text: string): string[] =>
  wordsOf(typed(text.normalize('NFKC').replace(/\\(?:[bfnrt]|u[0-9a-f]{4})/g, ' ')));

const inARow = (text: string): string => ` ${wordsIn(text).join(' ')} `;

/**
 * Looks in documents for a person: their id, a sentence of theirs, their name. One word of a name counts only in
 * what is internal: a submission names nobody, and many names are words.
 */
export function traceFinder(traces: Traces): (fileName: string, content: string) => boolean {
  const sought = tellingSentences(traces).map(inARow);
  const name = inARow(traces.name);
  const id = new RegExp(`(?<![A-Z0-9])${traces.userId.replace(/[^A-Z0-9]/g, '')}(?![A-Z0-9])`);
  return (fileName, content) => {
    const words = inARow(content);
    const isNamed = name.trim() !== '' && (isTellingName(traces.name) || isInternal(fileName));
    return (
      (traces.userId !== '' && id.test(content)) ||
      sought.some((sentence) => words.includes(sentence)) ||
      (isNamed && words.includes(name))
    );
  };
}
