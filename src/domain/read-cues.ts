import type { Kind } from './contribution.ts';
import type { Cues } from './cues.ts';
import {
  type Phrase,
  type PhrasesAt,
  phraseAmong,
  phrasesAt,
  phrasesOf,
  phraseWords,
  spokenWords,
  startsAt,
} from './phrases.ts';
import { folded, typed, wordsOf } from './plain-words.ts';

/** No label or opening is longer; what follows cannot matter, however long it is. */
const headLength = 200;
/** What can stand before a reply's first word without being one: quote and list marks, numbers, emphasis. */
const leadingMarks = /^(?:\s|[>*_~`#+•-]|\d{1,3}[.)](?=\s))*/;
/** What may be a label, and its end: "Evidence: …", "**Evidence** – …". */
const labelAndEnd = /^(.{1,60}?)(?:[\s*_~`]*:|[\s*_~`]+[-–—](?=\s))[\s*_~`]*/;

/** The lists of some cues as they are looked for: labels folded, phrases in words. */
type ReadyCues = {
  kinds: { kind: Kind; labels: string[]; openings: string[][] }[];
  holdBack: Phrase[];
  chatterAt: PhrasesAt;
};

const madeReady = new WeakMap<Cues, ReadyCues>();

/** Made ready once: for each reply anew it costs more than all else that is done to record one. */
function readyOf(cues: Cues): ReadyCues {
  const ready = madeReady.get(cues) ?? {
    kinds: cues.kinds.map(({ kind, labels, openings }) => ({
      kind,
      labels: labels.map(folded),
      openings: openings.map(phraseWords),
    })),
    holdBack: phrasesOf(cues.holdBack),
    chatterAt: phrasesAt(cues.chatter.map(phraseWords)),
  };
  madeReady.set(cues, ready);
  return ready;
}

/**
 * The kind that a reply's own first words give it: a label ("Evidence: …") or an opening ("We recommend …").
 * Only the beginning counts, and of words quoted from somebody else only a label.
 */
export function kindOf(text: string, cues: Cues): Kind | null {
  const head = typed(text.slice(0, headLength)).trimStart();
  const label = labelOf(head);
  const { kinds } = readyOf(cues);
  const labelled = kinds.find(({ labels }) => isAmong(labels, label.name));
  if (labelled !== undefined) return labelled.kind;
  if (head.startsWith('>')) return null;
  const words = wordsOf(head.replace(leadingMarks, '').replace(/[*_~`]/g, ''));
  const opens = (opening: string[]) => startsAt(words, opening, 0);
  return kinds.find(({ openings }) => openings.some(opens))?.kind ?? null;
}

/** The same text without a leading kind label: "Evidence: costs rose" is "costs rose". Always an end of `plainText`. */
export function withoutLabel(plainText: string, cues: Cues): string {
  const label = labelOf(folded(plainText.slice(0, headLength)));
  return readyOf(cues).kinds.some(({ labels }) => isAmong(labels, label.name))
    ? plainText.slice(label.end)
    : plainText;
}

/** What stands as a label at the beginning of a folded text, "" for nothing, and where what it labels begins. */
function labelOf(head: string): { name: string; end: number } {
  const start = leadingMarks.exec(head)?.[0].length ?? 0;
  const [whole = '', name = ''] = labelAndEnd.exec(head.slice(start)) ?? [];
  return { name, end: start + whole.length };
}

const isAmong = (labels: string[], name: string): boolean => name !== '' && labels.includes(name);

/** The phrase of the list, as the list writes it, by which a reply asks to be held back; never the person's words. */
export const holdBackCue = (text: string, cues: Cues): string | null =>
  phraseAmong(spokenWords(text), readyOf(cues).holdBack);

/**
 * Whether a text holds nothing but emoji, mentions, punctuation and phrases like "thanks". A text without any
 * words is chatter too: whoever knows of files with it knows better.
 */
export function isChatter(text: string, cues: Cues): boolean {
  const words = spokenWords(text);
  const { chatterAt } = readyOf(cues);
  const reached = new Set([0]);
  for (let at = 0; at < words.length; at += 1) {
    if (!reached.has(at)) continue;
    for (const { length } of chatterAt(words, at)) reached.add(at + length);
  }
  return reached.has(words.length);
}

/** Whether a reaction agrees, whatever its skin tone ("thumbsup::skin-tone-3"). */
export const isEndorsement = (reaction: string, cues: Cues): boolean =>
  cues.endorsements.includes(reaction.split('::')[0] ?? '');
