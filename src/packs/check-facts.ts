import { DateTime } from 'luxon';
import type { Fact, PackFile } from '../domain/pack.ts';
import { repeatedIds, unknownIds } from './check-ids.ts';
import type { Complaint } from './complaint.ts';

type Found = Omit<Complaint, 'file'>;

/** What the shape of facts.yaml cannot say: figures that contradict their own sentence, unit, denominator or date. */
export const checkFacts = (facts: Fact[], pack: PackFile): Found[] => [
  ...repeatedIds('', facts),
  ...facts.flatMap((fact, index) => [
    ...unknownIds(`${index}.themes`, fact.themes, pack.themes, 'theme'),
    ...[
      checkStatement(fact),
      ...checkSpellings(fact),
      checkPercent(fact),
      checkRate(fact),
      checkPublished(fact),
      checkLater(fact, pack),
    ]
      .filter((found) => found !== null)
      .map(({ path, reason }) => ({ path: `${index}.${path}`, reason: `${reason} (${fact.id})` })),
  ]),
];

const checkStatement = ({ statement, value }: Fact): Found | null =>
  statement.includes(value) ? null : { path: 'statement', reason: `does not hold the figure ${value}` };

/** References print `value`, so another figure in its place would not be the one that the text has. */
const checkSpellings = ({ value, alsoWritten }: Fact): Found[] =>
  alsoWritten.flatMap((spelling, at) => {
    const [one, other] = [amountsOf(value), amountsOf(spelling)];
    const isSame = one.length === 0 || other.length === 0 || one.join() === other.join();
    return isSame ? [] : [{ path: `alsoWritten.${at}`, reason: `is another figure than ${value}` }];
  });

const scales: Record<string, number> = {
  k: 1e3,
  thousand: 1e3,
  m: 1e6,
  million: 1e6,
  bn: 1e9,
  billion: 1e9,
};
const amount = /(\d[\d,]*(?:\.\d+)?)(?:\s?(k|thousand|m|million|bn|billion)\b)?/g;

/** The numbers of a figure, the same in whatever unit: 8800000000 for "£8.8bn"; none where it is in words. */
const amountsOf = (figure: string): string[] =>
  [...figure.matchAll(amount)].map(([, digits = '', unit]) => {
    const scale = scales[unit ?? ''] ?? 1;
    return (Number(digits.replaceAll(',', '')) * scale).toPrecision(12);
  });

function checkPercent({ value, unit, denominator }: Fact): Found | null {
  const percent = /^(\d+(?:\.\d+)?)%$/.exec(value);
  if (percent === null) return null;
  if (denominator === null) return { path: 'denominator', reason: 'must say what the percentage is of' };
  const isPart = !unit.includes('change');
  return isPart && Number(percent[1]) > 100
    ? { path: 'value', reason: 'must be between 0% and 100%, unless the unit is a change' }
    : null;
}

/** The error that this catches is a real one: a rate per 10,000 children has been widely printed as per 100,000. */
function checkRate({ unit, denominator, statement }: Fact): Found | null {
  const rate = /\bper (\d[\d,]*)/.exec(unit)?.[1];
  if (rate === undefined) return null;
  if (!numbersOf(denominator ?? '').includes(rate)) {
    return { path: 'denominator', reason: `must state the ${rate} of the unit` };
  }
  return [...statement.matchAll(/\bper (\d[\d,]*)/g)].every(([, other]) => other === rate)
    ? null
    : { path: 'statement', reason: `must give the rate per ${rate}, as the unit does` };
}

const numbersOf = (text: string): string[] => text.match(/\d[\d,]*/g) ?? [];

const checkPublished = ({ published }: Fact): Found | null =>
  DateTime.fromISO(published).isValid ? null : { path: 'published', reason: 'is not a date that exists' };

/** Where the date is known only to the month or year, or falls while the call may have been open, the author decides. */
function checkLater({ published, laterThanCall }: Fact, { deadline, openUntil }: PackFile): Found | null {
  const closing = deadline?.slice(0, 10);
  const atLeast = openUntil?.atLeast ?? closing;
  const atMost = openUntil?.atMost ?? closing;
  if (atMost !== undefined && published > atMost && !laterThanCall) {
    return { path: 'laterThanCall', reason: `must be true: published after ${atMost}` };
  }
  if (atLeast !== undefined && latestDay(published) <= atLeast && laterThanCall) {
    return { path: 'laterThanCall', reason: `must be false: published by ${atLeast}` };
  }
  return null;
}

/** The last day that "2021-02" or "2021" can mean, for comparing as text. */
function latestDay(published: string): string {
  const [year, month = '12', day = '31'] = published.split('-');
  return `${year}-${month}-${day}`;
}
