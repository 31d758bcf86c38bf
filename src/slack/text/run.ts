import { cleanText } from './clean-text.ts';

export type Style = { bold: boolean; italic: boolean; strike: boolean; code: boolean };

export const plain: Style = { bold: false, italic: false, strike: false, code: false };

/** Words in one style, cleaned; they may span lines. With a url they are the label of a link, on one line. */
export type Run = { text: string; style: Style; url: string | null };

export const textRun = (text: string, style: Style = plain): Run => ({
  text: cleanText(text),
  style,
  url: null,
});

/** Cuts what was typed at every separator. A link is never cut. */
export function splitRuns(runs: Run[], separator: RegExp): Run[][] {
  let part: Run[] = [];
  const parts = [part];
  for (const run of runs) {
    const [first = '', ...rest] = run.url === null ? run.text.split(separator) : [run.text];
    part.push({ ...run, text: first });
    for (const text of rest) {
      part = [{ ...run, text }];
      parts.push(part);
    }
  }
  return parts;
}

export const wordsOf = (runs: Run[]): string => runs.map((run) => run.text).join('');
