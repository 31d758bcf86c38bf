import { brokenFloors, type Floors } from './floors.ts';
import type { ClassCount, Measurement, Miss, TypeCount } from './measure.ts';

/** A measurement as aligned plain text: types, classes, where label and screen differ, floors. Never a text itself. */
export const tableOf = (measurement: Measurement, floors: Floors): string =>
  [
    aligned(['type', 'texts', 'found', 'right', 'recall', 'precision'], measurement.types.map(typeRow)),
    aligned(['class', 'texts', 'held', 'marked', 'silent'], measurement.classes.map(classRow)),
    listed('Misses', measurement.misses),
    listed('False alarms', measurement.falseAlarms),
    brokenFloors(measurement, floors).join('\n') || 'All floors hold.',
  ].join('\n\n');

const typeRow = ({ type, expected, found, right }: TypeCount) => [
  type,
  expected,
  found,
  right,
  ratio(right, expected),
  ratio(right, found),
];

const classRow = (count: ClassCount) => [count.class, count.texts, count.block, count.warn, count.pass];

const ratio = (part: number, whole: number): string => (whole === 0 ? '-' : (part / whole).toFixed(3));

const listed = (title: string, misses: Miss[]): string =>
  [`${title}: ${misses.length}`, ...misses.map(missLine)].join('\n');

function missLine({ file, number, was, missing, extra }: Miss): string {
  const said = [
    { sign: 'missing', types: missing },
    { sign: 'extra', types: extra },
  ].flatMap(({ sign, types }) => (types.length === 0 ? [] : [`${sign} ${types.join(', ')}`]));
  return `  ${file} ${number} (${[was, ...said].join('; ')})`;
}

/** The first column to the left, numbers to the right. */
function aligned(head: string[], rows: (string | number)[][]): string {
  const lines = [head, ...rows.map((row) => row.map(String))];
  const widths = head.map((_, column) => Math.max(...lines.map((line) => line[column]?.length ?? 0)));
  const pad = (cell: string, column: number) =>
    column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0);
  return lines.map((line) => line.map(pad).join('  ')).join('\n');
}
