import { matches } from '../context/pattern.ts';
import type { Finding, FindingType } from '../finding.ts';
import { isInLink } from '../in-link.ts';
import type { Reading } from '../reading.ts';

/** A part of a reading's text with what stands around it. */
export type Match = { text: string; start: number; end: number; before: string; after: string };

/** How far around a match its meaning is looked for, in UTF-16 units. */
const around = 60;

export const matchAt = ({ text }: Reading, start: number, end: number): Match => ({
  text: text.slice(start, end),
  start,
  end,
  before: text.slice(Math.max(0, start - around), start),
  after: text.slice(end, end + around),
});

/** All matches of a global pattern that no web address holds. */
export const matchesOf = (reading: Reading, pattern: RegExp): Match[] =>
  matches(pattern, reading.text)
    .filter((match) => !isInLink(reading, match))
    .map(({ start, end }) => matchAt(reading, start, end));

export const toFinding =
  (type: FindingType, strength: Finding['strength']) =>
  ({ start, end }: Pick<Match, 'start' | 'end'>): Finding => ({ type, strength, start, end });
