import type { Paragraph, PhrasingContent, Table } from 'mdast';
import { phrasing } from './phrasing.ts';
import { type Run, splitRuns } from './run.ts';
import { takeTable } from './table.ts';

const paragraph = (lines: PhrasingContent[][]): Paragraph => ({
  type: 'paragraph',
  children: lines.flatMap((words, at) => (at === 0 ? words : [{ type: 'break' as const }, ...words])),
});

/** Lines as paragraphs: a blank line ends one, a single new line is a hard break. */
function paragraphsOf(lines: Run[][]): Paragraph[] {
  const paragraphs: PhrasingContent[][][] = [[]];
  for (const words of lines.map(phrasing)) {
    if (words.length > 0) paragraphs.at(-1)?.push(words);
    else paragraphs.push([]);
  }
  return paragraphs.filter((kept) => kept.length > 0).map(paragraph);
}

const linesOf = (runs: Run[]): Run[][] => splitRuns(runs, /\n/);

/** What was typed as paragraphs alone, for the places that hold no table. */
export const paragraphs = (runs: Run[]): Paragraph[] => paragraphsOf(linesOf(runs));

/** What was typed as paragraphs, and as tables where lines are wholly a pipe table. */
export function prose(runs: Run[]): (Paragraph | Table)[] {
  const lines = linesOf(runs);
  const blocks: (Paragraph | Table)[] = [];
  let from = 0;
  for (let at = 0; at < lines.length; at += 1) {
    const found = takeTable(lines, at);
    if (!found) continue;
    for (const block of [...paragraphsOf(lines.slice(from, at)), found.table]) blocks.push(block);
    from = found.next;
    at = found.next - 1;
  }
  return [...blocks, ...paragraphsOf(lines.slice(from))];
}
