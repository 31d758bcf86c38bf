import type { Consultation } from '../domain/consultation.ts';
import { textHash } from '../domain/text-hash.ts';

const endings = {
  submission: '.md',
  'submission-by-question': '-by-question.md',
  'working-draft': '-working-draft.md',
  paste: '-paste.txt',
  json: '.json',
  audit: '-audit.json',
};
export type FileKind = keyof typeof endings;

const kinds = Object.keys(endings) as FileKind[];
const endsLikeAKind = /-(?:by-question|working-draft|paste|audit)$/;

/** Letters that Unicode does not take apart into a plain one and its mark. */
const plainLetters: Record<string, string> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
};
const LONGEST_PART = 40;

/**
 * "2026-11-21-eastmarsh-council-our-response.md": lower case and hyphens, under 120 characters, never a path.
 * `apart`: an id by which it is told from files that would be called the same.
 */
export function exportFileName(
  { respondingAs, title }: Pick<Consultation, 'respondingAs' | 'title'>,
  day: string,
  kind: FileKind,
  apart: string | null = null,
): string {
  const words = [slug(respondingAs) || 'team', slug(title) || 'response'].join('-');
  // A submission with the title "Our working draft" is not to be taken for a draft.
  const name = endsLikeAKind.test(words) ? `${words}-response` : words;
  const mark = apart === null ? '' : `-${textHash(apart).slice(0, 8)}`;
  return `${slug(day)}-${name}${mark}${endings[kind]}`;
}

/** What a file is, by its name; null for one that we did not name. */
export function fileKindOf(fileName: string): FileKind | null {
  const fitting = kinds.filter((kind) => fileName.endsWith(endings[kind]));
  return fitting.toSorted((one, other) => endings[other].length - endings[one].length)[0] ?? null;
}

/** Working drafts, JSON files and audit bundles name colleagues; submissions and paste sheets are what was sent. */
export const isInternal = (fileName: string): boolean =>
  ['working-draft', 'json', 'audit'].includes(fileKindOf(fileName) ?? '');

const slug = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/[\p{M}'’]/gu, '')
    .toLowerCase()
    .replace(/[ßæœøłđðþı]/g, (letter) => plainLetters[letter] ?? '')
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '')
    .reduce((name, word) => (name.length + word.length < LONGEST_PART ? `${name}-${word}` : name), '')
    .slice(1);
