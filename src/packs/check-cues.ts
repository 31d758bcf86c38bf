import type { Cues } from '../domain/cues.ts';
import type { Complaint } from './complaint.ts';

const lists = ['holdBack', 'chatter', 'politeness', 'negations', 'ownFigures', 'notOwnFigures'] as const;

/** Phrases that could never be found in a text: without a word, or beginning or ending with "…". */
export const checkCues = (cues: Cues): Omit<Complaint, 'file'>[] => [
  ...lists.flatMap((list) => checkPhrases(list, cues[list])),
  ...cues.kinds.flatMap(({ labels, openings }, index) => [
    ...checkPhrases(`kinds.${index}.labels`, labels),
    ...checkPhrases(`kinds.${index}.openings`, openings),
  ]),
];

/** Complaints about what could match no words. */
export const checkPhrases = (path: string, phrases: string[]): Omit<Complaint, 'file'>[] =>
  phrases.flatMap((phrase, index) =>
    phrase.split('…').every((part) => /[\p{L}\p{N}]/u.test(part))
      ? []
      : [{ path: `${path}.${index}`, reason: 'must have words, also before and after each …' }],
  );
