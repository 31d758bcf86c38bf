import type { Match } from './matches.ts';

/** Words that may link a cue to its number: "NHS number is: …", "the UPN (see file) …" is too far. */
const link = String.raw`(?:[\s:#.,;(=/'"-]|\b(?:is|was|no|nr|num|number|ref|reference|id|of|for|her|his|their|the|this|child|pupil)\b){0,12}`;

/**
 * Whether one of the words in `cue` (a pattern) leads to a match, or stands right after it in the way of
 * "943 476 5919 (NHS number)".
 */
export const cueFor = (cue: string): ((match: Match) => boolean) => {
  const leads = new RegExp(`(?<![a-z])(?:${cue})s?${link}$`, 'i');
  const follows = new RegExp(
    String.raw`^\s?(?:[(,-]|is\b|as\b)\s?(?:is |the |an? |my |his |her |their ){0,2}(?:${cue})\b`,
    'i',
  );
  return ({ before, after }) => leads.test(before) || follows.test(after);
};
