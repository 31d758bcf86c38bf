import fc from 'fast-check';
import { expect, it } from 'vitest';
import { identifiers } from '../../../src/domain/screening/identifiers/detectors.ts';
import { readText } from '../../../src/domain/screening/read-text.ts';
import { screenLists } from './shipped-lists.ts';

const typesIn = (given: string) => identifiers(readText(given), screenLists).map(({ type }) => type);

const digit = fc.integer({ min: 0, max: 9 });
const nineDigits = fc.array(digit, { minLength: 9, maxLength: 9 });

/** The check digit as the NHS data dictionary gives it; null where none is given. */
function checkDigit(nine: number[]): number | null {
  const remainder = nine.reduce((sum, value, index) => sum + value * (10 - index), 0) % 11;
  const check = (11 - remainder) % 11;
  return check === 10 ? null : check;
}
const validNumber = nineDigits
  .filter((nine) => checkDigit(nine) !== null && new Set(nine).size > 1)
  .map((nine) => [...nine, checkDigit(nine)].join(''));

const groupings = [[3, 3, 4], [10], [5, 5], [6, 4], [3, 7], [2, 2, 2, 2, 2], [4, 3, 3], [1, 9]];
const separators = [' ', '-', '.', '\u00a0', ' - ', '\u2011', '\u2003', '_', '&nbsp;', '**'];
const disguises: ((sign: string) => string)[] = [
  (sign) => sign,
  (sign) => String.fromCodePoint(0xff10 + Number(sign)),
  (sign) => String.fromCodePoint(0x1d7ce + Number(sign)),
  (sign) => String.fromCodePoint(0x0660 + Number(sign)),
  (sign) => String.fromCodePoint(0x0966 + Number(sign)),
  (sign) => `${sign}\u200b`,
  (sign) => `\u202e${sign}`,
  (sign) => `&#${48 + Number(sign)};`,
  (sign) => `*${sign}*`,
  (sign) => `${sign}\ufe0f\u20e3`,
];

function grouped(digits: string, sizes: number[], separator: string): string {
  const starts = sizes.map((_, index) => sizes.slice(0, index).reduce((sum, size) => sum + size, 0));
  return sizes.map((size, index) => digits.slice(starts[index], (starts[index] ?? 0) + size)).join(separator);
}
const looksDated = /(?:19|20)\d\d|\d\d[ .-]\d\d[ .-]\d\d/;

it('every valid NHS number is found, however it is set out and disguised', () => {
  fc.assert(
    fc.property(
      validNumber,
      fc.constantFrom(...groupings),
      fc.constantFrom(...separators),
      fc.constantFrom(...disguises),
      (digits, sizes, separator, disguise) => {
        fc.pre(sizes.length < 4 || !looksDated.test(digits));
        const given = grouped(digits, sizes, '|').replace(/\d/g, disguise).replaceAll('|', separator);
        expect(typesIn(`The form says ${given}, and so`)).toContain('nhs-number');
      },
    ),
    { numRuns: 500 },
  );
});

it('every valid NHS number is found where a line ends within it', () => {
  const setOut = fc.constantFrom<number[]>([3, 3, 4], [5, 5], [6, 4], [3, 7]);
  const lineEnd = fc.constantFrom('\n', ' \n', '-\n', '\r\n', '\n> ', '\n&gt; ', '&nbsp;\n');
  fc.assert(
    fc.property(validNumber, setOut, lineEnd, fc.boolean(), (digits, sizes, end, isLast) => {
      const [first = '', second = '', third] = grouped(digits, sizes, '|').split('|');
      const broken =
        isLast && third !== undefined
          ? `${first} ${second}${end}${third}`
          : `${first}${end}${[second, third].join(' ')}`;
      expect(typesIn(`The form says ${broken}, and so`)).toContain('nhs-number');
    }),
  );
});

it('no ISBN-10 is taken for one where it is called an ISBN', () => {
  fc.assert(
    fc.property(
      validNumber,
      fc.constantFrom('ISBN ', 'isbn: ', 'ISBN-10 ', 'ISBN (print) '),
      (digits, called) => {
        expect(typesIn(`Munro (2011), ${called}${grouped(digits, [1, 3, 5, 1], '-')}, page 4`)).toEqual([]);
        expect(typesIn(`${called}${digits}`)).toEqual([]);
      },
    ),
  );
});

it('a number that fails its check is found where it is called one, and nowhere else', () => {
  const wrong = fc
    .tuple(nineDigits, digit)
    .filter(([nine, last]) => last !== checkDigit(nine) && nine[0] !== 0)
    .map(([nine, last]) => [...nine, last].join(''));
  fc.assert(
    fc.property(wrong, (digits) => {
      expect(typesIn(`NHS number: ${digits}`)).toContain('nhs-number');
      expect(typesIn(`We counted ${digits} of them`)).not.toContain('nhs-number');
    }),
  );
});

const letters = [...'ABCDEFGHJKLMNPQRTUVWXYZ'];
const pupilNumber = fc
  .tuple(fc.array(digit, { minLength: 11, maxLength: 11 }), fc.integer({ min: 0, max: 22 }), fc.boolean())
  .map(([eleven, last, isTemporary]) => {
    const values = [...eleven, isTemporary ? last : last % 10];
    const sum = values.reduce((total, value, index) => total + value * (index + 2), 0);
    return `${letters[sum % 23]}${eleven.join('')}${isTemporary ? letters[last] : last % 10}`;
  });

it('every pupil number is found by its check letter, and with any other letter only where it is called one', () => {
  fc.assert(
    fc.property(pupilNumber, fc.constantFrom(...letters), (right, letter) => {
      const other = `${letter}${right.slice(1)}`;
      expect(typesIn(`the pupil ${right.toLowerCase()} left`)).toContain('upn');
      expect(typesIn(`the item ${other} left`).includes('upn')).toBe(other === right);
      expect(typesIn(`UPN ${other}`)).toContain('upn');
    }),
  );
});
