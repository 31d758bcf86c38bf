import type { Nodes } from 'mdast';
import type { Cues } from '../domain/cues.ts';
import { type PhrasesAt, phrasesAt, phraseWords } from '../domain/phrases.ts';
import { folded } from '../domain/plain-words.ts';
import { plainText } from './plain-text.ts';
import { nodesIn } from './reference-node.ts';
import type { Reply } from './reply.ts';
import { sentences } from './sentences.ts';

/** A reply as it is compared with others. */
export type ReplyWords = {
  reply: Reply;
  /** Sentence by sentence, folded, without politeness and the "and" that only joins. */
  sentences: string[][];
  /** Of all sentences, sorted. */
  sorted: string[];
  numbers: string[];
  negations: string[];
  /** Words whose place in a sentence carries its meaning: numbers, negations and words of scope. */
  fixed: string[];
  /** Replies that differ in this are never the same: theme, kind, numbers, negations, links and more. */
  block: string;
};

const numberWord =
  /^(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen|(?:twen|thir|for|fif|six|seven|eigh|nine)ty|hundreds?|thousands?|millions?|billions?|half|halves|thirds?|quarters?|fifths?|eighths?|tenths?|dozens?|double|treble|twice|both|all|most|some|few|many)$/;

/** How far a sentence reaches: "only social workers assess" is not "social workers only assess". */
const scopeWords = new Set(
  `only just even merely solely exclusively all every each any some most many few several both either half nearly
  almost about more less fewer least enough too must may might can could should would shall will need always often
  usually sometimes rarely seldom hardly mainly mostly largely partly except unless until if but than still yet
  already again before after over under above below`.split(/\s+/),
);

/** Reads the politeness and negation lists once for a record. */
export function replyReader(cues: Cues): (reply: Reply) => ReplyWords {
  const politenessAt = phrasesAt(cues.politeness.map(phraseWords).sort((a, b) => b.length - a.length));
  const negations = cues.negations.map(phraseWords);
  const negationsAt = phrasesAt(negations);
  const negating = new Set(negations.flat());
  const isFixed = (word: string) =>
    isNumber(word) || scopeWords.has(word) || negating.has(word) || word.endsWith("n't");
  return (reply) => {
    const spoken = linesOf(reply.plain)
      .map((line) => without(compared(line), politenessAt).filter((word) => word !== 'and'))
      .filter((words) => words.length > 0);
    const numbers = spoken.flat().filter(isNumber).sort();
    const denied = spoken.flatMap((words) => found(words, negationsAt)).sort();
    const sorted = spoken.flat().sort();
    const fixed = sorted.filter(isFixed);
    const block = JSON.stringify([blockOf(reply), sorted.length, numbers, denied]);
    return { reply, sentences: spoken, sorted, numbers, negations: denied, fixed, block };
  };
}

/**
 * A number keeps what makes it another: "-5%", "<5", "€5m", "5+" and "5-10" are not "5". So does the "no" of
 * "No, cap caseloads", which does not deny what follows: its comma is a word.
 */
const compared = (line: string): string[] =>
  (folded(line).replace(/[−–—]/g, '-').match(comparedWord) ?? []).map((word) => word.replace(/\s/g, ''));

const comparedWord = new RegExp(
  [
    String.raw`(?:(?:(?<![\p{L}\p{N}])[-+±]|[<>≤≥≠=≈~]|\p{Sc})\s?){0,4}\p{N}+(?:[.,:/-]\p{N}+)*(?:\s?[%‰]|[+\p{Sc}\p{L}])*`,
    String.raw`[\p{L}\p{N}]+(?:'[\p{L}\p{N}]+)*`,
    String.raw`(?<=(?<![\p{L}\p{N}])no)[,.;:!](?=\s)`,
    '[<>≤≥≠]',
  ].join('|'),
  'gu',
);

const linesOf = (plain: string): string[] =>
  plain.split('\n').flatMap((line) => sentences(line).map(({ start, end }) => line.slice(start, end)));

function without(words: string[], phrasesAt: PhrasesAt): string[] {
  const left: string[] = [];
  for (let at = 0; at < words.length; ) {
    const [phrase] = phrasesAt(words, at);
    if (phrase === undefined) left.push(words[at] ?? '');
    at += phrase?.length ?? 1;
  }
  return left;
}

const found = (words: string[], phrasesAt: PhrasesAt): string[] =>
  words.flatMap((word, at) => [
    ...phrasesAt(words, at).map((phrase) => phrase.join(' ')),
    ...(word.endsWith("n't") ? [word] : []),
  ]);

const isNumber = (word: string): boolean => /[\p{N}<>≤≥≠]/u.test(word) || numberWord.test(word);

function blockOf({ contribution, links, plain, blocks }: Reply): unknown[] {
  const { themeId, kind, files, wording, text } = contribution;
  const mentions = [...text.matchAll(/\(mention:(\w+)\)/g)].map(([, id]) => id).sort();
  const parts = blocks.flatMap((block) => [...nodesIn(block)].filter(isBound).map((node) => boundText(node)));
  return [
    themeId,
    kind,
    [...links].sort(),
    mentions,
    files.map(({ url }) => url).sort(),
    wording?.text,
    /\?/.test(plain),
    parts,
  ];
}

/** In a table the place of a word matters, and a quotation is somebody's exact words. */
const isBound = ({ type }: Nodes): boolean => type === 'table' || type === 'blockquote';

const boundText = (node: Nodes): string =>
  node.type === 'table' || node.type === 'blockquote' ? plainText([node]) : '';
