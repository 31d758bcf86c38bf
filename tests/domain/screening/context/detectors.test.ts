import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contextDetectors } from '../../../../src/domain/screening/context/detectors.ts';
import { findingsOf } from './read.ts';

const all = (text: string) => contextDetectors.flatMap((detector) => findingsOf(detector, text));

/** Pieces that the detectors look for, and what is meant to lead them astray. */
const piece = fc.oneof(
  fc.constantFrom(
    ...`child;girl;mum;the;her;she is;born;DOB;12/03/2014;4 May;aged;7;7y 4m;year-old;JS;J.S.;Child A;Jayden;called;
      ’s;Oak Hill;Primary School;two;one of;children;in;Eastmarsh;Roma;judge;care order;today;,;(;);.;-;–;\n;  ;İ;ß;é;
      £;1 to 5;every;one in five`.split(/;\s*/),
  ),
  fc.string({ unit: 'grapheme', maxLength: 12 }),
);
const text = fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join(' '));

describe('whatever a text holds', () => {
  it('every finding stands inside it, and is not empty', () => {
    fc.assert(
      fc.property(text, (typed) => {
        for (const { start, end } of all(typed)) {
          expect(start).toBeGreaterThanOrEqual(0);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(typed.length);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('what was found in a line is found beside other lines too', () => {
    const line = 'The girl (JS), DOB 12/03/2014, is 7y 4m.';
    const types = new Set(all(line).map(({ type }) => type));
    expect(types.size).toBe(3);
    fc.assert(
      fc.property(text, text, (one, other) => {
        const start = one.length + 1;
        const within = all(`${one}\n${line}\n${other}`).filter(
          (finding) => finding.start >= start && finding.end <= start + line.length,
        );
        expect(new Set(within.map(({ type }) => type))).toEqual(types);
      }),
      { numRuns: 100 },
    );
  });

  it('the same text has the same findings again', () => {
    fc.assert(
      fc.property(text, (typed) => {
        expect(all(typed)).toEqual(all(typed));
      }),
      { numRuns: 100 },
    );
  });
});

/** A search that goes back over what it read would take minutes for any of these, and the run would be stopped. */
describe('100,000 characters of hostile text are read to their end', () => {
  const length = 100_000;
  it.each([
    ...`a|child |one black |born 1/1/01 |1/1/|A.|Oak House |Oak primary |the judge |aged 7 |she is 9 |'|a-|
      one of the two |girl called |siblings of |counsel says the judge is waiting |J.S. has had six |she was in Oak Court |adopted at 2 years |interim care order |1 May |the voice of the `.split(
      /\|\s*/,
    ),
    '| DOB |\n| --- |\n| 1/1/01 ',
    'Jayden ',
    'both girls ',
    '1 January 2014 ',
    ' ',
    '\n',
  ])('%j over and over', (part) => {
    const hostile = part.repeat(length / part.length);
    expect(all(`${hostile} JS`).every(({ end }) => end <= hostile.length + 3)).toBe(true);
  });
});

it('says nothing of the value that it found', () => {
  const [finding] = all('The girl was born on 12 March 2014');
  expect(Object.keys(finding ?? {}).sort()).toEqual(['end', 'start', 'strength', 'type']);
});
