import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isBlocked, typesOf } from '../../../src/domain/screening/finding.ts';
import { createScreen, detect } from '../../../src/domain/screening/screen.ts';
import { screenListsFor } from '../../../src/domain/screening/screen-lists-for.ts';
import { cues, screenLists } from './shipped-lists.ts';

const screen = createScreen(screenLists, cues.holdBack);
const withoutAdding = detect(screenLists, cues.holdBack);

describe('the screen', () => {
  it('says what it found and where, and nothing of what it was', () => {
    const text = 'Her number is **943** 476 5919.';
    expect(screen(text)).toEqual([
      { type: 'nhs-number', strength: 'block', start: text.indexOf('943'), end: text.indexOf('.') },
    ]);
  });

  it('gives findings in the order of the text', () => {
    const found = screen('Ring 07700 900123; the number is 943 476 5919; the home is SC123456.');
    expect(found.map(({ type }) => type)).toEqual(['phone', 'nhs-number', 'home-urn']);
  });

  it('says one thing of one place: the stronger, then the longer', () => {
    expect(screen('CV21C00123').map(({ type }) => type)).toEqual(['court-reference']);
    expect(screen('case ref ZE21C00123').map(({ type }) => type)).toEqual(['court-reference']);
    expect(screen('Mosaic 9434765919').map(({ type }) => type)).toEqual(['case-reference']);
  });

  it('takes two different weak signs in one text for a strong one', () => {
    const mail = 'Write to jane.doe@example.org';
    const place = 'The family lived in NW10';
    expect(isBlocked(screen(mail))).toBe(false);
    expect(isBlocked(screen(place))).toBe(false);
    expect(isBlocked(screen(`${mail} or john.doe@example.org`))).toBe(false);
    expect(screen(`${mail}. ${place}.`).map(({ strength }) => strength)).toEqual(['block', 'block']);
    expect(isBlocked(withoutAdding(`${mail}. ${place}.`))).toBe(false);
  });

  it('warns of a wish not to be quoted, which is no sign of anybody', () => {
    const text = 'Off the record: write to jane.doe@example.org';
    expect(screen(text)[0]).toEqual({ type: 'attribution', strength: 'warn', start: 0, end: text.length });
    expect(isBlocked(screen(text))).toBe(false);
    expect(screen('See [the page](https://example.org/off-the-record)')).toEqual([]);
    expect(screen('See <https://example.org/off-the-record>')).toEqual([]);
    expect(typesOf(screen('*Off* the re\u200bcord, it was chaos'))).toEqual(['attribution']);
  });

  it('lets pass what a pack says is public', () => {
    const allowed = {
      figures: ['Ada Lovelace'],
      mailboxes: ['Views@Westmere.gov.uk'],
      postcodes: ['EX1 1AA'],
      phones: ['+44 1632 960 123'],
      places: [],
    };
    const ofPack = createScreen(screenListsFor(screenLists, { allowed }), cues.holdBack);
    const text = 'views@westmere.gov.uk, ex1 1aa, 01632 960123, and the NSPCC on 0808 800 5000';
    expect(typesOf(screen(text))).toEqual(['postcode', 'phone', 'email']);
    expect(ofPack(text)).toEqual([]);
    expect(screenListsFor(screenLists, {})).toEqual(screenLists);
  });
});

const signs = [
  '943 476 5919',
  'EX1 1AA',
  '07700 900123',
  'a@example.org',
  'AB123456C',
  'ZE21C00123',
  'SW12345',
];
const noise = fc.string({
  unit: fc.oneof(
    fc.constantFrom(
      '**',
      '\\_',
      '&amp;',
      '\u200b',
      '[x](https://x.uk/1)',
      '<@U01ABCDEF>',
      '９',
      ' ',
      '\n',
      '|',
      '<',
      '(',
    ),
    fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
  ),
  maxLength: 40,
});

describe('wherever a sign stands', () => {
  it('its finding covers it in the text as it was given', () => {
    fc.assert(
      fc.property(noise, fc.constantFrom(...signs), noise, (before, sign, after) => {
        const given = `${before} - ${sign} ; ${after}`;
        const start = given.indexOf(sign, before.length);
        const covers = (found: { start: number; end: number }) =>
          found.start <= start && found.end >= start + sign.length;
        expect(screen(given).some(covers)).toBe(true);
      }),
    );
  });

  it('no finding leaves the text, is empty or overlaps another', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(noise, fc.constantFrom(...signs)), { maxLength: 8 }), (parts) => {
        const given = parts.join(' ');
        const found = screen(given).filter(({ type }) => type !== 'attribution' && type !== 'concern');
        expect(found.filter(({ start, end }) => start < 0 || end > given.length || start >= end)).toEqual([]);
        expect(found.filter(({ start }, index) => start < (found[index - 1]?.end ?? 0))).toEqual([]);
      }),
    );
  });
});

/** Each repeated to 100,000 characters: what takes more than linear time does not end in time. */
const hostile = [
  '9',
  '9 ',
  '9 .-',
  '943 476 5919 ',
  '0 ',
  '](',
  '](https:',
  '[x](https://x.uk/(a)',
  '<https://x|',
  '&amp;',
  '\\',
  '_',
]
  .concat([
    'a.',
    'a@',
    'a.b@c.',
    'www.',
    'https://x.uk ',
    'NHS no 9',
    '\u0301',
    '\ufdfa',
    'SW1A ',
    'LCS no no : 12 ',
    'U0A',
  ])
  .concat([
    'told me told me ',
    'AB 12 34 56 ',
    'Ofsted ref no ',
    '1-',
    '+44',
    '<@U',
    'ISBN 9',
    'a-1_',
    'x.y/ ',
    '(0',
  ]);

it.each(hostile)('100,000 characters of %j is read to its end', (unit) => {
  const text = unit.repeat(Math.ceil(100_000 / unit.length));
  expect(typesOf(withoutAdding(`${text}\n\nHer number is 943 476 5919.`))).toContain('nhs-number');
});
