import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { diskFiles } from '../../src/store/files.ts';
import { openFile } from '../../src/store/open-file.ts';
import { deepFreeze } from '../../src/store/seal.ts';
import { shareRepeats } from '../../src/store/share-repeats.ts';
import { temporaryFolder } from '../office.ts';

describe('what is read from a file with its repeats shared', () => {
  it('is the same as before', () => {
    fc.assert(
      fc.property(fc.json(), (json) => {
        expect(JSON.stringify(shareRepeats(JSON.parse(json)))).toBe(JSON.stringify(JSON.parse(json)));
      }),
    );
  });

  it('is still nothing where there is no file', async () => {
    const absent: string[] = [];
    const file = await openFile(
      join(await temporaryFolder(), 'none.json'),
      z.array(z.string()),
      absent,
      diskFiles,
    );
    expect(file.current()).toBe(absent);
  });

  it('holds one empty list, which nobody can add to', () => {
    const [one, other] = deepFreeze(shareRepeats([{ files: [] }, { files: [] }]));
    expect(one?.files).toBe(other?.files);
    expect(Object.isFrozen(one?.files)).toBe(true);
  });
});
