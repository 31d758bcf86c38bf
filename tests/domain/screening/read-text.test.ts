import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readText } from '../../../src/domain/screening/read-text.ts';

describe('a text is read as a person would read it', () => {
  it.each([
    ['recorded escapes', 'nhs\\_no, a\\@b.uk \\[2021] 1\\. x', 'nhs no, a@b.uk [2021] 1. x'],
    [
      'entities, also when they were escaped twice',
      'H&amp;C &amp;lt;5 &#57;&#x200b;4 &nbsp;x',
      'H&C <5 94  x',
    ],
    ['full-width and circled figures', '９４３ ⑨ ４️⃣', '943 9 4'],
    ['the digits of every script', '٩٤٣ ۴۷۶ ५९१९ ৫ 𑛔 𝟡', '943 476 5919 5 4 9'],
    ['what nobody sees', '9\u200b4\u00ad3\u202e\u2060 4\u03367\ufeff', '943 47'],
    ['spaces and hyphens of every kind', '943\u00a0476\u2009‑\u20035919–1', '943 476 - 5919-1'],
    ['letters with their marks', 'Zoe\u0308 and Seán', 'Zoë and Seán'],
    ['apostrophes', 'a child’s', "a child's"],
    ['halves', '7½ years', '7½ years'],
    ['emphasis', '**943** _476_ ~5919~ `x`, Jo**hn**', '943  476  5919 x, John'],
    ['the name of a file', 'nhs_943-476-5919.docx', 'nhs 943-476-5919.docx'],
    ['a mention, recorded', 'ask [@U01ABCDEF](mention:U01ABCDEF), please', 'ask  , please'],
    ['mentions of Slack', '<@U01ABCDEF> <#C01ABCDEF|general> <!here> <!subteam^S01|@all>', '       '],
    ['a link, recorded', 'see [the **page**](https://x.uk/a_b(1)) now', 'see [the page now'],
    ['a link of Slack', 'see <https://x.uk/1|the page> now', 'see the page> now'],
    ['a link of Slack without words', '<https://x.uk/a>', '<https://x.uk/a>'],
    ['a mail address that its link repeats', '<mailto:a_b@x.uk|a_b@x.uk>', 'a_b@x.uk>'],
    ['a mail address that its link does not say', '[Ann](mailto:a@x.uk)', '[Ann a@x.uk'],
    ['the same in Slack', '<mailto:a@x.uk|Ann>', 'a@x.uk Ann>'],
    ['a telephone number that its link repeats', '<tel:+447700900123|07700 900123>', '07700 900123>'],
    ['a telephone number that its link does not say', '[ring](tel:+447700900123)', '[ring +447700900123'],
    ['a mention that was forged', '[943 476 5919](mention:U1) <@9434765919>', '[943 476 5919 <@9434765919>'],
    ['nothing', '', ''],
  ])('%s', (_, given, read) => {
    expect(readText(given).text).toBe(read);
  });

  it('knows which parts are web addresses', () => {
    const { text, links } = readText(
      'See <https://x.uk/a_1>, www.gov.uk/2, gov.uk/guidance/3, doi:10.1093/bjsw/4 and/or [5](https://x.uk/6).',
    );
    expect(links.map(({ start, end }) => text.slice(start, end))).toEqual([
      'https://x.uk/a 1',
      'www.gov.uk/2,',
      'gov.uk/guidance/3,',
      'doi:10.1093/bjsw/4',
    ]);
  });
});

const unit = fc.constantFrom(
  ...[
    '9',
    '4 ',
    'a',
    '_',
    '*',
    '\\',
    '&amp;',
    '&#57;',
    '\u200b',
    'e\u0301',
    '９',
    '\u{1d7d7}',
    '\ufdfa',
    '[',
    '](',
  ],
  ...[
    'https://x.uk/',
    ')',
    '<',
    '|',
    '>',
    'mailto:',
    'tel:',
    '<@U01AB>',
    '[@U1](mention:U1)',
    '\n',
    '½',
    '\ud800',
  ],
);
const texts = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit, maxLength: 200 }));

describe('wherever something stands in what is read, it is known where it was given', () => {
  it('for every text', () => {
    fc.assert(
      fc.property(texts, (given) => {
        const { text, at } = readText(given);
        expect(at).toHaveLength(text.length + 1);
        expect(at.at(-1)).toBe(given.length);
        expect(at.every((place, index) => place >= (at[index - 1] ?? 0))).toBe(true);
      }),
    );
  });

  it('for words among anything', () => {
    fc.assert(
      fc.property(texts, texts, (before, after) => {
        const given = `${before.replace(/[[<]/g, '')} Seventeen ${after}`;
        const { text, at } = readText(given);
        const start = text.indexOf('Seventeen');
        expect(given.slice(at[start], at[start + 9])).toMatch(/^Seventeen/);
      }),
    );
  });
});
