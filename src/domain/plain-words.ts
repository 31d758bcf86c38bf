const namedEntities: Record<string, string> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&nbsp;': ' ' };

function decoded(entity: string): string {
  const code = Number(`0${entity.slice(2, -1).toLowerCase()}`);
  return namedEntities[entity] ?? (code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : entity);
}

/** Lower case and straight apostrophes, every character staying at its place. */
export const folded = (text: string): string =>
  text.replace(/[’‘ʼ＇]/g, "'").replace(/\p{Lu}/gu, (letter) => {
    const lower = letter.toLowerCase();
    return lower.length === letter.length ? lower : letter;
  });

/** Recorded Markdown as it was typed: folded, without the escapes that keep typed marks from acting. */
export const typed = (markdown: string): string =>
  folded(
    markdown
      .replace(/&(?:#x[0-9a-f]{1,6}|#\d{1,7}|amp|lt|gt|nbsp);/gi, decoded)
      .replace(/\\([!-/:-@[-`{-~])/g, '$1'),
  );

/** The words of a folded text in order; "+1" and "don't" are words, emoji and punctuation are not. */
export const wordsOf = (text: string): string[] => text.match(/\+?[\p{L}\p{N}]+(?:'[\p{L}\p{N}]+)*/gu) ?? [];
