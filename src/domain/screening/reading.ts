import type { Finding } from './finding.ts';
import type { ScreenLists } from './lists.ts';

/**
 * A text as detectors read it: full-width forms folded (NFKC), zero-width characters dropped, entities and
 * backslash escapes undone, the wrappers of Slack and Markdown taken off, emphasis marks inside words gone.
 */
export type Reading = {
  text: string;
  /** For each UTF-16 unit of `text`, where it stands in the text that was given; one more for its end. */
  at: number[];
  /** Parts of `text` that are web addresses: numbers in them are the address's. */
  links: { start: number; end: number }[];
};

/** Finds what it knows in a reading; positions are those of `reading.text`. */
export type Detector = (reading: Reading, lists: ScreenLists) => Finding[];
