import type { Kind } from './contribution.ts';
import type { Cues } from './cues.ts';
import { folded, typed, wordsOf } from './plain-words.ts';

/** No label or opening is longer; what follows cannot matter, however long it is. */
const headLength = 200;
/** What can stand before a reply's first word without being one: quote and list marks, numbers, emphasis. */
const leadingMarks = /^(?:\s|[>*_~`#+•-]|\d{1,3}[.)](?=\s))*/;
/** What may be a label, and its end: "Evidence: …", "**Evidence** – …". */
const labelAndEnd = /^(.{1,60}?)(?:[\s*_~`]*:|[\s*_~`]+[-–—](?=\s))[\s*_~`]*/;

/**
 * The kind that a reply's own first words give it: a label ("Evidence: …") or an opening ("We recommend …").
 * Only the beginning counts, and of words quoted from somebody else only a label.
 */
export function kindOf(text: string, cues: Cues): Kind | null {
  const head = typed(text.slice(0, headLength)).trimStart();
  const label = labelOf(head);
  const labelled = cues.kinds.find(({ labels }) => isAmong(labels, label.name));
  if (labelled !== undefined) return labelled.kind;
  if (head.startsWith('>')) return null;
  const words = wordsOf(head.replace(leadingMarks, '').replace(/[*_~`]/g, ''));
  const opens = (opening: string) => startsAt(words, phraseWords(opening), 0);
  return cues.kinds.find(({ openings }) => openings.some(opens))?.kind ?? null;
}

/** The same text without a leading kind label: "Evidence: costs rose" is "costs rose". Always an end of `plainText`. */
export function withoutLabel(plainText: string, cues: Cues): string {
  const label = labelOf(folded(plainText.slice(0, headLength)));
  return cues.kinds.some(({ labels }) => isAmong(labels, label.name))
    ? plainText.slice(label.end)
    : plainText;
}

/** What stands as a label at the beginning of a folded text, "" for nothing, and where what it labels begins. */
function labelOf(head: string): { name: string; end: number } {
  const start = leadingMarks.exec(head)?.[0].length ?? 0;
  const [whole = '', name = ''] = labelAndEnd.exec(head.slice(start)) ?? [];
  return { name, end: start + whole.length };
}

const isAmong = (labels: string[], name: string): boolean =>
  name !== '' && labels.some((label) => folded(label) === name);

/** The phrase of the list, as the list writes it, by which a reply asks to be held back; never the person's words. */
export function holdBackCue(text: string, cues: Cues): string | null {
  const words = spokenWords(text);
  return cues.holdBack.find((phrase) => appears(words, phrase)) ?? null;
}

/**
 * Whether a text holds nothing but emoji, mentions, punctuation and phrases like "thanks". A text without any
 * words is chatter too: whoever knows of files with it knows better.
 */
export function isChatter(text: string, cues: Cues): boolean {
  const words = spokenWords(text);
  const phrases = cues.chatter.map(phraseWords);
  const reached = new Set([0]);
  for (let at = 0; at < words.length; at += 1) {
    if (!reached.has(at)) continue;
    for (const phrase of phrases) if (startsAt(words, phrase, at)) reached.add(at + phrase.length);
  }
  return reached.has(words.length);
}

/** Whether a reaction agrees, whatever its skin tone ("thumbsup::skin-tone-3"). */
export const isEndorsement = (reaction: string, cues: Cues): boolean =>
  cues.endorsements.includes(reaction.split('::')[0] ?? '');

const phraseWords = (phrase: string): string[] => wordsOf(folded(phrase));

/** The words that a person said: link targets, mentions, emoji codes, and emoji that hold a letter or digit, are not. */
const spokenWords = (text: string): string[] =>
  wordsOf(
    typed(text)
      .replace(/\[[@#]\w{0,40}\]\(mention:\w{0,40}\)/g, ' ')
      .replace(/\]\([^()\s]*\)/g, ' ')
      .replace(/:[a-z0-9_+'-]{1,100}:(?:skin-tone-\d:)?/g, ' ')
      .replace(/[0-9#*]\uFE0F?\u20E3|\p{Extended_Pictographic}/gu, ' '),
  );

const startsAt = (words: string[], phrase: string[], at: number): boolean =>
  phrase.length > 0 && phrase.every((word, index) => words[at + index] === word);

/** At most this many words stand for the … of a phrase. */
const widestGap = 6;

/** Walks all places at which the phrase can stand at once, part by part, so that no text makes it slow. */
function appears(words: string[], phrase: string): boolean {
  const [first = [], ...rest] = phrase.split('…').map(phraseWords);
  if (!words.includes(first[0] ?? '')) return false;
  const starts = words.flatMap((word, at) => (word === first[0] ? [at] : []));
  const ends = rest.reduce(
    (reached, part) => endsOf(words, part, new Set(reached.flatMap(withGaps))),
    endsOf(words, first, new Set(starts)),
  );
  return ends.length > 0;
}

const withGaps = (at: number): number[] => Array.from({ length: widestGap + 1 }, (_, gap) => at + gap);

const endsOf = (words: string[], part: string[], starts: Set<number>): number[] =>
  [...starts].filter((at) => startsAt(words, part, at)).map((at) => at + part.length);
