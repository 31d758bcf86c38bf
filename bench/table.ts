import { type Bar, type Figure, isMet } from './figure.ts';

/** Three digits that count: "1,340", "26.4", "0.132". */
export const shown = (value: number): string => {
  if (!Number.isFinite(value)) return '?';
  const digits = value >= 100 ? 0 : value >= 10 ? 1 : value >= 1 ? 2 : 3;
  return value.toLocaleString('en-GB', { minimumFractionDigits: digits, maximumFractionDigits: digits });
};

const barShown = (bar: Bar): string =>
  `${isMet(bar) ? 'met' : 'MISSED'}: ${bar.says} (${shown(bar.measured)})`;

const cellsOf = ({ what, unit, value, floor, bars }: Figure): string[] => [
  `  ${what}`,
  `${shown(value)} ${unit}`,
  floor === null ? '' : `${shown(floor.value)} ${unit} ${floor.what}`,
  floor === null ? '' : `× ${shown(value / floor.value)}`,
  bars.map(barShown).join('; '),
];

const headings = ['', 'Soundings', 'Floor', 'Of floor', 'Bar'];

/** The figures as lines of text, by section, in columns. */
export const table = (figures: readonly Figure[]): string => {
  const sections = [...new Set(figures.map(({ section }) => section))];
  const rows = sections.flatMap((section) => [
    [section],
    ...figures.filter((one) => one.section === section).map(cellsOf),
  ]);
  const widths = headings.map((heading, column) =>
    Math.max(
      heading.length,
      ...rows.filter(({ length }) => length > 1).map((row) => row[column]?.length ?? 0),
    ),
  );
  const line = (cells: string[]) =>
    cells
      .map((cell, column) => (cells.length > 1 ? cell.padEnd(widths[column] ?? 0) : cell))
      .join('  ')
      .trimEnd();
  return [headings, ...rows].map(line).join('\n');
};
