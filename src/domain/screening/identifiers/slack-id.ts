import type { Detector } from '../reading.ts';
import { matchAt, matchesOf, toFinding } from './matches.ts';

/**
 * A Slack id that was typed: a capital that Slack uses and eight or more capitals and digits in which a letter
 * follows a digit, or which begin with one; "CAMHS2020" and "SC1234567" are none.
 */
const shape =
  /(?<![\p{L}\p{N}/])@?[UWCGDSTB](?:\d[A-Z0-9]{7,29}|(?=[A-Z0-9]{0,29}\d[A-Z])[A-Z0-9]{8,30})(?![\p{L}\p{N}])/gu;
/** The same in the address of a message, channel or person. */
const inPermalink = /(?<=\bslack\.com\/(?:[\w-]{1,40}\/){1,3})[UWCGDSTB][A-Z0-9]{8,30}(?![\p{L}\p{N}])/gu;

/** The id of a person, channel or workspace of Slack in the words of a text; a mention is no such thing. */
export const slackId: Detector = (reading) =>
  [
    ...matchesOf(reading, shape),
    ...permalinked(reading.text).map((at) => matchAt(reading, at.start, at.end)),
  ].map(toFinding('slack-id', 'warn'));

const permalinked = (text: string): { start: number; end: number }[] =>
  text.includes('slack.com/')
    ? [...text.matchAll(inPermalink)].map(({ 0: { length }, index }) => ({
        start: index,
        end: index + length,
      }))
    : [];
