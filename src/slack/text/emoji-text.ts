import { cleanText } from './clean-text.ts';

const codePoints = /^[0-9a-f]{2,6}(?:-[0-9a-f]{2,6}){0,15}$/i;

/**
 * The character for Slack's hex code points ("1f44d-1f3fd": thumbs up, medium skin). An emoji of the
 * workspace's own has none and stays `:name:`.
 */
export function emojiText(name: string, unicode = ''): string {
  const points = codePoints.test(unicode) ? unicode.split('-').map((hex) => Number.parseInt(hex, 16)) : [];
  const character = points.every((point) => point <= 0x10ffff) ? String.fromCodePoint(...points) : '';
  return cleanText(character) || (name ? `:${name}:` : '');
}
