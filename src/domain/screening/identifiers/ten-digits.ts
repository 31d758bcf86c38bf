import { isInLink } from '../in-link.ts';
import type { Reading } from '../reading.ts';
import { type DigitGroup, digitRuns } from './digit-runs.ts';
import { type Match, matchAt } from './matches.ts';

export type TenDigits = Match & { digits: string };

/** How ten digits are set out where more numbers stand beside them; on their own they may be in any groups. */
const usual = new Set(['10', '3,3,4', '5,5', '6,4', '3,7']);

/** All numbers of ten digits that no web address holds. Never part of a longer number, nor the places of a decimal. */
export function tenDigitNumbers(reading: Reading): TenDigits[] {
  const runs = digitRuns(reading.text);
  return [...runs.flatMap(windows), ...overLineEnds(reading.text, runs)]
    .map((groups) => numberOf(reading, groups))
    .filter((number) => !isInLink(reading, number) && !isDecimal(number) && !isSlackId(number));
}

const isDecimal = ({ before }: Match): boolean => /(?<!\d)0\.$/.test(before);

/** "C0123456789" is a channel. */
const isSlackId = ({ text, before }: Match): boolean =>
  text.startsWith('0') && /(?<![\p{L}\p{N}])[UWCGDSTB]$/u.test(before);

function windows(run: DigitGroup[]): DigitGroup[][] {
  const found: DigitGroup[][] = [];
  for (let from = 0; from < run.length; from += 1) {
    const groups = tenFrom(run, from);
    if (groups !== null && (groups.length === run.length ? !isDated(groups) : isUsual(groups))) {
      found.push(groups);
    }
  }
  return found;
}

/** "943 476\n5919": set out as usual, but for the one end of a line in it. No such number has more than three groups. */
const overLineEnds = (text: string, runs: DigitGroup[][]): DigitGroup[][] =>
  runs.flatMap((run, index) => {
    const [head, tail] = [run.slice(-2), (runs[index + 1] ?? []).slice(0, 2)];
    if (!isLineEnd(text.slice(head.at(-1)?.end, tail[0]?.start))) return [];
    return head.flatMap((_, from) => {
      const groups = tenFrom([...head, ...tail], from) ?? [];
      return groups.length > head.length - from && isUsual(groups) && !isColumn(text, groups) ? [groups] : [];
    });
  });

const isLineEnd = (between: string): boolean => /^[ -]{0,2}\n[> ]{0,4}$/.test(between);

/** Two numbers, each on a line of its own, are a list. */
const isColumn = (text: string, groups: DigitGroup[]): boolean => {
  const { start = 0 } = groups[0] ?? {};
  const { end = 0 } = groups.at(-1) ?? {};
  return (
    groups.length === 2 &&
    /(?:^|\n)[> ]*$/.test(text.slice(Math.max(0, start - 6), start)) &&
    /^ *(?:\n|$)/.test(text.slice(end, end + 6))
  );
};

/** The groups from one on that have ten digits together, or null. */
function tenFrom(run: DigitGroup[], from: number): DigitGroup[] | null {
  let count = 0;
  for (let to = from; to < run.length && count < 10; to += 1) {
    count += run[to]?.digits.length ?? 0;
    if (count === 10) return run.slice(from, to + 1);
  }
  return null;
}

const isUsual = (groups: DigitGroup[]): boolean =>
  usual.has(groups.map(({ digits }) => digits.length).join());

/** "2021-04-01 12", "2019-20 2020": days, years and hours. */
const isDated = (groups: DigitGroup[]): boolean =>
  /^(?:19|20)\d\d (?:0\d|1[0-2]) (?:[0-2]\d|3[01]) |(?:^| )(?:[0-2]\d|3[01]) (?:0\d|1[0-2]) (?:19|20)\d\d|(?:19|20)\d\d \d\d (?:19|20)\d\d/.test(
    `${groups.map(({ digits }) => digits).join(' ')} `,
  );

function numberOf(reading: Reading, groups: DigitGroup[]): TenDigits {
  const digits = groups.map((group) => group.digits).join('');
  return { ...matchAt(reading, groups[0]?.start ?? 0, groups.at(-1)?.end ?? 0), digits };
}
