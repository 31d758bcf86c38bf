import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SetupError } from '../../../src/domain/errors.ts';
import { clientFor, nameOfDatabase, onConnection } from '../../../src/store/postgres/connect.ts';
import { notAnAddress } from '../../../src/store/postgres/setup-errors.ts';

/** Of a database that nobody is at, in words that no password below has by chance. */
const addressWith = (password: string) => `postgres://keeper:${password}@127.0.0.1:1/minutes`;
const name = 'the database minutes at 127.0.0.1:1';

const said = async (work: () => unknown): Promise<string> => {
  try {
    return String(await work());
  } catch (error) {
    expect(error).toBeInstanceOf(SetupError);
    return error instanceof Error ? error.message : '';
  }
};

/** All that is ever said of an address: how it is called, and what is wrong there. */
const everythingSaid = async (address: string): Promise<string> =>
  `${await said(() => nameOfDatabase(address))}\n${await said(() => onConnection(address, async () => ''))}`;

const piecesOf = (text: string): string[] =>
  Array.from({ length: Math.max(0, text.length - 3) }, (_, start) => text.slice(start, start + 4));

/** What people choose, and what an address is made of. */
const passwords = fc.oneof(
  fc.string({ maxLength: 20 }),
  fc.string({ unit: 'binary', maxLength: 20 }),
  fc.string({ unit: fc.constantFrom(...'/#?@:%[]\\ \t\n&=27qZ'), minLength: 4, maxLength: 20 }),
);

describe('the address of a database', () => {
  it.each(['2024/Spring', '2024#Spring', '2024?Spring', '/Spring', 'Spr@ing/2024', '2024?host=Spring'])(
    'with the password %s, not encoded, is refused with how to write it, and no piece of it is said',
    async (password) => {
      const message = await everythingSaid(addressWith(password));
      expect(message).toBe(`${notAnAddress().message}\n${notAnAddress().message}`);
      expect(message).toContain('/ is written as %2F, # as %23, ? as %3F, @ as %40');
      expect(message).not.toMatch(/2024|Spr|ing\/2/);
    },
  );

  it('never has a piece of its password said, whatever it is', async () => {
    const known = `${addressWith('')}\n${notAnAddress().message}\n${await everythingSaid(addressWith('harmless'))}`;
    await fc.assert(
      fc.asyncProperty(passwords, async (password) => {
        const message = await everythingSaid(addressWith(password));
        const pieces = piecesOf(password).filter((piece) => !known.includes(piece));
        expect(pieces.filter((piece) => message.includes(piece))).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it('is taken with any password that is encoded as its refusal says', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (password) => {
        const address = addressWith(encodeURIComponent(password));
        expect(nameOfDatabase(address)).toBe(name);
        expect(clientFor(address).password).toBe(password);
      }),
    );
  });

  it.each([
    ['sslrootcert=/nope.pem', '(ENOENT): /nope.pem.'],
    ['sslmode=verify-full&sslkey=%2Fno%2Fkey.pem', '(ENOENT): /no/key.pem.'],
    [`sslcert=${encodeURIComponent(import.meta.dirname)}`, `(EISDIR): ${import.meta.dirname}.`],
  ])('that names a file which cannot be read (%s) is told by that file', async (parameters, told) => {
    const message = await everythingSaid(`${addressWith('sesame')}?${parameters}`);
    expect(message).toContain(`A file that the address of the database names cannot be read ${told}`);
    expect(message).not.toMatch(/sesame|is not one such as/);
  });

  it('need not say what the driver is told elsewhere: a database called as its user, or a socket', () => {
    expect(nameOfDatabase('postgres://keeper@127.0.0.1:1')).toBe('the database keeper at 127.0.0.1:1');
    expect(nameOfDatabase('postgres:///minutes?host=/tmp&user=keeper')).toBe(
      'the database minutes at /tmp:5432',
    );
  });
});
