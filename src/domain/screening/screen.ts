import { spokenWords } from '../phrases.ts';
import { plainSpeech } from '../plain-speech.ts';
import { concernIn } from './concern/concern-in.ts';
import { rulesOf } from './concern/concern-rules.ts';
import { createShorthand } from './concern/shorthand.ts';
import { standingAmong } from './concern/standing-among.ts';
import { wordRunsOf } from './concern/word-runs.ts';
import { contextDetectors } from './context/detectors.ts';
import type { Finding, Screen } from './finding.ts';
import { identifiers } from './identifiers/detectors.ts';
import type { ScreenLists } from './lists.ts';
import { readText } from './read-text.ts';
import type { Reading } from './reading.ts';
import { withoutOverlaps } from './without-overlaps.ts';

/** What is found in a text as a whole: weak signs in it add up. `holdBack`: phrases that ask not to be quoted. */
export function createScreen(lists: ScreenLists, holdBack: string[]): Screen {
  const found = detect(lists, holdBack);
  return (text) => addedUp(found(text));
}

/** The same without adding up, for a text of many people's words. */
export function detect(lists: ScreenLists, holdBack: string[]): Screen {
  const ofWhole = ofTheWhole(lists, holdBack);
  return (text) => {
    const reading = readText(text);
    const found = [identifiers, ...contextDetectors].flatMap((detector) => detector(reading, lists));
    return [...ofWhole(reading), ...withoutOverlaps(found).map(inGiven(reading))];
  };
}

/** Two different weak signs in one text are strong together; a wish not to be quoted is no sign of anybody. */
function addedUp(findings: Finding[]): Finding[] {
  const weak = ({ type, strength }: Finding) => strength === 'warn' && type !== 'attribution';
  const kinds = new Set(findings.filter(weak).map(({ type }) => type));
  return kinds.size < 2
    ? findings
    : findings.map((finding) => (weak(finding) ? { ...finding, strength: 'block' } : finding));
}

/** What a text says as a whole. */
function ofTheWhole(lists: ScreenLists, holdBack: string[]): (reading: Reading) => Finding[] {
  const asks = asksIn(holdBack);
  const tellsOfRisk = concernIn(lists);
  return ({ text, links, at }) => {
    const said = withoutLinks(text, links);
    const words = plainSpeech(spokenWords(said));
    const whole = { start: 0, end: at.at(-1) ?? 0 };
    const found: Finding[] = [];
    if (tellsOfRisk(said, words)) found.push({ type: 'concern', strength: 'block', ...whole });
    if (asks(words)) found.push({ type: 'attribution', strength: 'warn', ...whole });
    return found;
  };
}

/** Whether words ask, by one of the phrases, not to be quoted. */
function asksIn(holdBack: string[]): (words: string[]) => boolean {
  const shorthand = createShorthand();
  const rules = rulesOf(holdBack, wordRunsOf({}, shorthand));
  const standing = standingAmong(rules.needs);
  return (words) => {
    const text = shorthand.write(words);
    return rules.hold(text, standing(text));
  };
}

const withoutLinks = (text: string, links: Reading['links']): string =>
  [...links, { start: text.length, end: text.length }]
    .map(({ start }, index) => text.slice(links[index - 1]?.end ?? 0, start))
    .join(' ');

/** Back to the text as it was given. */
const inGiven =
  ({ at }: Reading) =>
  (finding: Finding): Finding => ({
    ...finding,
    start: at[finding.start] ?? 0,
    end: at[finding.end] ?? 0,
  });
