/**
 * What no reader sees and a document must not hold: control characters, lone surrogates, noncharacters
 * (XML refuses them), direction overrides and zero-width characters. The two joiners U+200C and U+200D
 * stay: scripts and emoji are spelt with them.
 */
const unwanted =
  /(?![\n\t])[\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}\u202A-\u202E\u2066-\u2069\u200B\u2060\uFEFF]/gu;

/** The same words with one kind of line ending and nothing invisible. Cleaning twice changes nothing. */
export const cleanText = (text: string): string =>
  text.replace(/\r\n?|[\u2028\u2029]/g, '\n').replace(unwanted, '');

/** Cleaned, on one line, without space at the ends. */
export const cleanLine = (text: string): string => cleanText(text).replace(/\s+/g, ' ').trim();
