import type { Consultation } from '../domain/consultation.ts';

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

/** "2026-11-21-eastmarsh-council-our-response.md": lower case and hyphens, under 120 characters, never a path. */
export function exportFileName(
  { respondingAs, title }: Pick<Consultation, 'respondingAs' | 'title'>,
  day: string,
  kind: FileKind,
): string {
  const words = [slug(respondingAs) || 'team', slug(title) || 'response'].join('-');
  // A submission with the title "Our working draft" is not to be taken for a draft.
  const apart = endsLikeAKind.test(words) ? `${words}-response` : words;
  return `${slug(day)}-${apart}${endings[kind]}`;
}

/** What a file is, by its name; null for one that we did not name. */
export function fileKindOf(fileName: string): FileKind | null {
  const fitting = kinds.filter((kind) => fileName.endsWith(endings[kind]));
  return fitting.toSorted((one, other) => endings[other].length - endings[one].length)[0] ?? null;
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
