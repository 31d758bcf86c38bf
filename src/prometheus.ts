/** What a scrape is told of one thing that is counted or measured. */
export type Metric = { lines(): Promise<string[]> };

/** Label names with all their values. No other value ever gets out, so no id, name or word can. */
type Lists = Record<string, readonly string[]>;
type Values<L extends Lists> = { [Name in keyof L]: string };

/** For a value that is in no list. */
const OTHER = 'other';

/** A thing for each combination of values, there from the start, so that the first event is seen as a rise from 0. */
function series<L extends Lists, One>(lists: L, make: () => One) {
  const names = Object.keys(lists);
  const told = new Map<string, [labels: string[], one: One]>();
  const add = (values: readonly string[]): One => {
    const one = make();
    told.set(keyOf(values), [names.map((name, index) => `${name}="${values[index]}"`), one]);
    return one;
  };
  for (const values of combinations(Object.values(lists))) add(values);
  return {
    of(values: Values<L>): One {
      let key = '';
      for (const name of names) key += `|${values[name]}`;
      const found = told.get(key)?.[1];
      if (found !== undefined) return found;
      const listed = names.map((name) => lists[name]?.find((value) => value === values[name]) ?? OTHER);
      return told.get(keyOf(listed))?.[1] ?? add(listed);
    },
    all: () => [...told.values()],
  };
}

const keyOf = (values: readonly string[]) => values.map((value) => `|${value}`).join('');

const combinations = ([first, ...rest]: (readonly string[])[]): string[][] =>
  first === undefined ? [[]] : first.flatMap((value) => combinations(rest).map((more) => [value, ...more]));

const sample = (name: string, labels: string[], value: number): string =>
  `${name}${labels.length === 0 ? '' : `{${labels.join(',')}}`} ${value}`;

const head = (name: string, type: string, help: string) => [
  `# HELP ${name} ${help}`,
  `# TYPE ${name} ${type}`,
];

/** Counts. */
export function counter<L extends Lists>(name: string, help: string, lists: L) {
  const counts = series(lists, () => ({ count: 0 }));
  return {
    add(values: Values<L>): void {
      counts.of(values).count += 1;
    },
    lines: async () => [
      ...head(name, 'counter', help),
      ...counts.all().map(([labels, { count }]) => sample(name, labels, count)),
    ],
  };
}

/** Sorts seconds into `bounds`, each inclusive. */
export function histogram<L extends Lists>(name: string, help: string, bounds: readonly number[], lists: L) {
  const heaps = series(lists, () => ({ counts: [...bounds, Infinity].map(() => 0), sum: 0 }));
  return {
    observe(values: Values<L>, seconds: number): void {
      const heap = heaps.of(values);
      const at = bounds.findIndex((bound) => seconds <= bound);
      const index = at < 0 ? bounds.length : at;
      heap.counts[index] = (heap.counts[index] ?? 0) + 1;
      heap.sum += seconds;
    },
    lines: async () => [
      ...head(name, 'histogram', help),
      ...heaps.all().flatMap(([labels, { counts, sum }]) => {
        let total = 0;
        const buckets = counts.map((count, index) => {
          total += count;
          return sample(`${name}_bucket`, [...labels, `le="${bounds[index] ?? '+Inf'}"`], total);
        });
        return [...buckets, sample(`${name}_sum`, labels, sum), sample(`${name}_count`, labels, total)];
      }),
    ],
  };
}

/** What is looked at when it is asked for: a gauge, or a counter that somebody else keeps. By label, or under '' alone. */
export const reading = (
  name: string,
  help: string,
  read: () => Record<string, number> | Promise<Record<string, number>>,
  { type = 'gauge', label = '' }: { type?: 'gauge' | 'counter'; label?: string } = {},
): Metric => ({
  lines: async () => [
    ...head(name, type, help),
    ...Object.entries(await read()).map(([value, number]) =>
      sample(name, label === '' ? [] : [`${label}="${value}"`], number),
    ),
  ],
});

/** The text format that Prometheus reads, version 0.0.4. */
export const exposition = async (metrics: Metric[]): Promise<string> =>
  `${(await Promise.all(metrics.map((metric) => metric.lines()))).flat().join('\n')}\n`;
