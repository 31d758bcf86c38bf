import type { AlignType, Table, TableRow } from 'mdast';
import { phrasing } from './phrasing.ts';
import { type Run, splitRuns, wordsOf } from './run.ts';

/** As many columns as Slack's own tables have; wider ones stay lines of text. */
const mostColumns = 20;

const isBlank = (runs: Run[] | undefined): boolean => runs !== undefined && wordsOf(runs).trim() === '';

const unescaped = (cell: Run[]): Run[] =>
  cell.map((run) => (run.url === null ? { ...run, text: run.text.replaceAll('\\|', '|') } : run));

/** The cells of a line that begins and ends with a pipe; null for any other line. A pipe in code is code. */
function cellsOf(line: Run[] | undefined): Run[][] | null {
  if (!line || line.some(({ style, text }) => style.code && text.includes('|'))) return null;
  const [before, ...cells] = splitRuns(line, /(?<!\\)\|/);
  const after = cells.pop();
  return cells.length > 0 && isBlank(before) && isBlank(after) ? cells.map(unescaped) : null;
}

/** Keyboards turn hyphens into dashes, so these count as hyphens. */
const rule = /^(:?)[-–—]+(:?)$/;

function alignOf(cell: Run[]): AlignType | undefined {
  const [match, left, right] = rule.exec(wordsOf(cell).trim()) ?? [];
  if (match === undefined) return undefined;
  if (left) return right ? 'center' : 'left';
  return right ? 'right' : null;
}

const onOneLine = (run: Run): Run => ({ ...run, text: run.text.replaceAll('\n', ' ') });

/** Every row as long as the longest: a short one is filled up, so that no word is cut off. */
export function tableOf(rows: Run[][][], align: (AlignType | undefined)[] = []): Table {
  const columns = rows.reduce((most, row) => Math.max(most, row.length), 0);
  const filled = (row: Run[][]): TableRow => ({
    type: 'tableRow',
    children: Array.from({ length: columns }, (_, at) => ({
      type: 'tableCell',
      children: phrasing((row[at] ?? []).map(onOneLine)),
    })),
  });
  return {
    type: 'table',
    align: Array.from({ length: columns }, (_, at) => align[at] ?? null),
    children: rows.map(filled),
  };
}

const narrow = (cells: Run[][] | null): Run[][] | null =>
  cells && cells.length <= mostColumns ? cells : null;

/** The pipe table that begins at this line, and the line after it; null where none begins. */
export function takeTable(lines: Run[][], at: number): { table: Table; next: number } | null {
  const head = narrow(cellsOf(lines[at]));
  const align = head && cellsOf(lines[at + 1])?.map(alignOf);
  if (!align || align.length !== head.length || align.includes(undefined)) return null;
  const rows = [head];
  let next = at + 2;
  for (let row = narrow(cellsOf(lines[next])); row; row = narrow(cellsOf(lines[next]))) {
    rows.push(row);
    next += 1;
  }
  return { table: tableOf(rows, align), next };
}
