import type { Consultation } from '../domain/consultation.ts';

const endings = {
  submission: '.md',
  'submission-by-question': '-by-question.md',
  'working-draft': '-working-draft.md',
  paste: '-paste.txt',
  json: '.json',
};
export type FileKind = keyof typeof endings;

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

/** "2026-11-21-eastmarsh-council-our-response.md": lower case and hyphens, under 120 characters, never a path. */
export function exportFileName(
  { respondingAs, title }: Pick<Consultation, 'respondingAs' | 'title'>,
  day: string,
  kind: FileKind,
): string {
  const words = [slug(respondingAs) || 'team', slug(title) || 'response'];
  return `${slug(day)}-${words.join('-')}${endings[kind]}`;
}

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
