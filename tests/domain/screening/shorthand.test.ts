import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createShorthand } from '../../../src/domain/screening/concern/shorthand.ts';

const words = fc.array(fc.string({ unit: 'binary' }));

describe('words in shorthand', () => {
  it('are as many, and alike where the words are', () => {
    fc.assert(
      fc.property(words, words, (listed, said) => {
        const { learn, write } = createShorthand();
        const [list, text] = [learn(listed), write(said)];
        expect([list.length, text.length]).toEqual([listed.length, said.length]);
        for (const [at, word] of said.entries()) {
          const same = listed
            .map((other, where) => (other === word ? where : -1))
            .filter((where) => where >= 0);
          const written = [...listed.keys()].filter((where) => list[where] === text[at]);
          expect(written).toEqual(same);
        }
      }),
    );
  });

  it('are refused when there are more of them than characters', () => {
    const { learn } = createShorthand();
    const many = Array.from({ length: 65_535 }, (_, n) => `word${n}`);
    expect(new Set(learn(many).split('')).size).toBe(many.length);
    expect(learn(['word0', 'word65534'])).toHaveLength(2);
    expect(() => learn(['one more'])).toThrow('The lists have too many words.');
  });
});
