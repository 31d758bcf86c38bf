import fc from 'fast-check';
import { expect, it } from 'vitest';
import { caseless, textsIn } from '../../src/store/texts-in.ts';

const text = fc.string({ unit: 'binary', maxLength: 30 });

it('any text in a JSON file is found in it, however deep', () => {
  fc.assert(
    fc.property(text, text, (one, other) => {
      const found = textsIn(
        JSON.stringify([{ text: one, use: { reason: [other] }, late: true, version: 1 }]),
      );
      expect(found.split('\0').join('')).toBe(`${one}${other}`.split('\0').join(''));
    }),
  );
});

it('two texts side by side do not make a third', () => {
  expect(textsIn('["foster", "carers"]')).not.toContain('fostercarers');
});

it('the name of a field is no text', () => {
  expect(textsIn('{ "channelId": "C1" }')).toBe('C1');
});

it('half a file, cut anywhere after a text, still shows it, whatever was escaped', () => {
  fc.assert(
    fc.property(text, fc.nat({ max: 20 }), (one, cut) => {
      const json = JSON.stringify([{ text: one, and: 'something after it' }]);
      expect(textsIn(json.slice(0, json.length - 2 - cut))).toContain(one);
    }),
  );
});

it('escapes that we do not write ourselves hide nothing', () => {
  expect(textsIn('["J\\u00fcrgen \\/ \\u0041\\u006e"')).toContain('Jürgen / An');
});

it('upper and lower case are one, for any letter', () => {
  fc.assert(
    fc.property(text, (one) => {
      expect(caseless(one.toUpperCase())).toBe(caseless(one));
      expect(caseless(one.toLowerCase())).toBe(caseless(one));
    }),
    { numRuns: 1000 },
  );
});
