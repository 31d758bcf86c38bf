import type { Allowed, ScreenLists } from '../domain/screening/lists.ts';
import { checkPhrases } from './check-cues.ts';
import type { Complaint } from './complaint.ts';

type Found = Omit<Complaint, 'file'>;

/** What the screen could never find, or never take for public, in the shape in which it is listed. */
export const checkScreening = ({
  firstNames,
  concerns,
  concernWords,
  concernSigns,
  noConcerns,
  allowed,
}: ScreenLists): Found[] => [
  ...checkConcerns('concerns', concerns, concernWords),
  ...checkConcerns('noConcerns', noConcerns, concernWords),
  ...Object.entries(concernWords).flatMap(([name, list]) =>
    checkConcerns(`concernWords.${name}`, list, concernWords),
  ),
  ...Object.keys(concernWords)
    .filter((name) => standsInItself(name, concernWords))
    .map((name) => ({
      path: `concernWords.${name}`,
      reason: 'must not hold itself, also not by another list',
    })),
  ...checkSigns(concernSigns, concernWords),
  ...checkEach('firstNames', firstNames, /^\p{L}[\p{L}'-]+$/u, 'must be one name'),
  ...checkAllowed('allowed', allowed),
];

/** The {lists} that a phrase names. */
const listsIn = (phrase: string): string[] =>
  [...phrase.matchAll(/\{([^}]*)\}/g)].map(([, name = '']) => name);

function standsInItself(name: string, words: ScreenLists['concernWords']): boolean {
  const seen = new Set<string>();
  const below = (list: string): boolean =>
    (words[list] ?? []).flatMap(listsIn).some((inner) => {
      if (inner === name) return true;
      if (seen.has(inner)) return false;
      seen.add(inner);
      return below(inner);
    });
  return below(name);
}

const checkConcerns = (path: string, list: string[], words: ScreenLists['concernWords']): Found[] => [
  ...checkPhrases(path, list),
  ...list.flatMap((phrase, index) => {
    const unknown = listsIn(phrase).some((name) => !Object.hasOwn(words, name));
    return unknown ? [{ path: `${path}.${index}`, reason: 'must name lists of concernWords in its {}' }] : [];
  }),
];

/** Signs without a list could never be found, and their sum never be enough. */
const checkSigns = (
  { of, counts }: ScreenLists['concernSigns'],
  words: ScreenLists['concernWords'],
): Found[] =>
  Object.keys(counts).length === 0 || [of, ...Object.keys(counts)].every((name) => Object.hasOwn(words, name))
    ? []
    : [{ path: 'concernSigns', reason: 'must name lists of concernWords' }];

/** The same for what a pack adds; `path` is where it stands in its file. */
export const checkAllowed = (path: string, allowed?: Allowed): Found[] =>
  allowed === undefined
    ? []
    : [
        ...checkEach(`${path}.figures`, allowed.figures, /^\S+ .*\S$/, 'must be a full name'),
        ...checkEach(
          `${path}.mailboxes`,
          allowed.mailboxes,
          /^[^\s@]+@[^\s@]+\.[^\s@]+$/,
          'must be a mail address',
        ),
        ...checkEach(
          `${path}.postcodes`,
          allowed.postcodes,
          /^[a-z\d]{2,4} ?\d[a-z]{2}$/i,
          'must be a full postcode',
        ),
        ...checkEach(
          `${path}.phones`,
          allowed.phones,
          /^\+?[\d ()-]*\d[\d ()-]*$/,
          'must be a telephone number',
        ),
        ...checkPhrases(`${path}.places`, allowed.places),
      ];

const checkEach = (path: string, list: string[], shape: RegExp, reason: string): Found[] =>
  list.flatMap((entry, index) => (shape.test(entry) ? [] : [{ path: `${path}.${index}`, reason }]));
