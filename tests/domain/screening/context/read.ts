import { readFileSync } from 'node:fs';
import { load } from 'js-yaml';
import type { Finding, FindingType } from '../../../../src/domain/screening/finding.ts';
import { type ScreenLists, screenListsSchema } from '../../../../src/domain/screening/lists.ts';
import type { Detector, Reading } from '../../../../src/domain/screening/reading.ts';
import { withoutOverlaps } from '../../../../src/domain/screening/without-overlaps.ts';

const shipped = screenListsSchema.parse(load(readFileSync('templates/shared/screening.yaml', 'utf8')));

/** The lists as they are shipped, with few names, some of which are also words and places. */
const lists: ScreenLists = {
  ...shipped,
  firstNames:
    `Jayden Amira Kai Mia Noah Leo Ellie Mason Sarah Bea Marcus Grace Victoria Martha Rose May Will Mark
    Jordan Chelsea Hope Zoë Mary Ruby Tyler Oliver Arthur Josh`.split(/\s+/),
  allowed: {
    ...shipped.allowed,
    figures: ['Josh MacAlister', 'Victoria Climbié', 'Arthur Labinjo-Hughes'],
    places: ['Pen Green Nursery', 'Hill Street'],
  },
};

/** A text that needs no folding, as the detectors are given it: where it stood in what was given is not theirs to ask. */
const readingOf = (text: string): Reading => ({ text, at: [], links: [] });

/** As the screen takes them: in order, and of what overlaps the stronger. */
export const findingsOf = (detector: Detector, text: string): Finding[] =>
  withoutOverlaps(detector(readingOf(text), lists));

/** "date-of-birth block": what was found, each kind once. */
export const foundIn = (detector: Detector, text: string): string[] => [
  ...new Set(findingsOf(detector, text).map(({ type, strength }) => `${type} ${strength}`)),
];

export const finds = (type: FindingType, strength: Finding['strength']): string[] => [`${type} ${strength}`];
