import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { deepFreeze } from '../../src/store/seal.ts';
import { shareRepeats } from '../../src/store/share-repeats.ts';

describe('what is read from a file with its repeats shared', () => {
  it('is the same as before', () => {
    fc.assert(
      fc.property(fc.json(), (json) => {
        expect(JSON.stringify(shareRepeats(JSON.parse(json)))).toBe(JSON.stringify(JSON.parse(json)));
      }),
    );
  });

  it('holds one empty list, which nobody can add to', () => {
    const [one, other] = deepFreeze(shareRepeats([{ files: [] }, { files: [] }]));
    expect(one?.files).toBe(other?.files);
    expect(Object.isFrozen(one?.files)).toBe(true);
  });
});
