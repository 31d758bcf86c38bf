import { median } from './median.ts';

type Unit = 'ms' | 's' | 'a second' | 'MB' | 'calls';

/** What a figure must not miss. */
export type Bar = { says: string; measured: number; is: 'at least' | 'at most'; limit: number };

/** The least that it could be: what something simpler costs, measured in the same run. */
export type Floor = { what: string; value: number; runs: readonly number[] };

/** One line of the table: the median of its runs. `more`: other measures of the same runs, by name. */
export type Figure = {
  section: string;
  what: string;
  unit: Unit;
  value: number;
  runs: readonly number[];
  floor: Floor | null;
  bars: readonly Bar[];
  more: Record<string, number>;
};

/** `floor` is taken by its median too; a figure without one is told as it is. */
export const figure = (
  told: Pick<Figure, 'section' | 'what' | 'unit' | 'runs'> & {
    floor?: Omit<Floor, 'value'>;
    bars?: readonly Bar[];
    more?: Record<string, number>;
  },
): Figure => ({
  bars: [],
  more: {},
  ...told,
  value: median(told.runs),
  floor: told.floor === undefined ? null : { ...told.floor, value: median(told.floor.runs) },
});

export const atLeast = (limit: number, measured: number, says: string): Bar => ({
  says,
  measured,
  is: 'at least',
  limit,
});
export const atMost = (limit: number, measured: number, says: string): Bar => ({
  says,
  measured,
  is: 'at most',
  limit,
});

/** What could not be measured is missed: a bar must not be met by accident. */
export const isMet = ({ measured, is, limit }: Bar): boolean =>
  is === 'at least' ? measured >= limit : measured <= limit;

export const missedBars = (figures: readonly Figure[]): Bar[] =>
  figures.flatMap(({ bars }) => bars.filter((bar) => !isMet(bar)));
