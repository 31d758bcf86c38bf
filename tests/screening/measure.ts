import {
  type Finding,
  type FindingType,
  findingTypes,
  isBlocked,
  type Screen,
  typesOf,
} from '../../src/domain/screening/finding.ts';
import { type Entry, type Outcome, outcomes } from './corpus.ts';

/** How many texts hold the type, in how many it was found, and in how many both. */
export type TypeCount = { type: FindingType; expected: number; found: number; right: number };
/** What the screen did with the texts of a class. */
export type ClassCount = { class: Outcome; texts: number } & Record<Outcome, number>;
/** Where the screen and the label differ; never the text. */
export type Miss = {
  file: string;
  number: number;
  was: Outcome;
  missing: FindingType[];
  extra: FindingType[];
};

export type Measurement = {
  types: TypeCount[];
  classes: ClassCount[];
  /** Texts with a sign that was not found, or that were let through more easily than they should. */
  misses: Miss[];
  /** Innocent texts with any finding. */
  falseAlarms: Miss[];
};

type Judged = Entry & { was: Outcome; found: FindingType[] };

/** Holds the screen against the labels. */
export function measure(corpus: Entry[], screen: Screen): Measurement {
  const judged = corpus.map((entry) => judge(entry, screen(entry.text)));
  return {
    types: findingTypes.map((type) => countType(type, judged)),
    classes: outcomes.map((each) => countClass(each, judged)),
    misses: judged.filter(isMissed).map(missOf),
    falseAlarms: judged.filter((entry) => entry.class === 'pass' && entry.was !== 'pass').map(missOf),
  };
}

function judge(entry: Entry, findings: Finding[]): Judged {
  const found = typesOf(findings);
  return { ...entry, found, was: isBlocked(findings) ? 'block' : found.length > 0 ? 'warn' : 'pass' };
}

function countType(type: FindingType, judged: Judged[]): TypeCount {
  const expecting = judged.filter((entry) => entry.expect.includes(type));
  const finding = judged.filter((entry) => entry.found.includes(type));
  const right = expecting.filter((entry) => finding.includes(entry));
  return { type, expected: expecting.length, found: finding.length, right: right.length };
}

function countClass(each: Outcome, judged: Judged[]): ClassCount {
  const texts = judged.filter((entry) => entry.class === each);
  const handled = (was: Outcome) => texts.filter((entry) => entry.was === was).length;
  return {
    class: each,
    texts: texts.length,
    block: handled('block'),
    warn: handled('warn'),
    pass: handled('pass'),
  };
}

const isMissed = (entry: Judged): boolean =>
  outcomes.indexOf(entry.was) > outcomes.indexOf(entry.class) ||
  entry.expect.some((type) => !entry.found.includes(type));

const missOf = ({ file, number, was, expect, found }: Judged): Miss => ({
  file,
  number,
  was,
  missing: expect.filter((type) => !found.includes(type)),
  extra: found.filter((type) => !expect.includes(type)),
});
