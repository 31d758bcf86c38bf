import fc from 'fast-check';
import { expect, test } from 'vitest';
import { nameless, namelessAmong } from '../../src/compile/clean-text.ts';
import { cleanBlocks } from '../../src/compile/clean-tree.ts';
import { plainText } from '../../src/compile/plain-text.ts';
import { polish } from '../../src/compile/polish.ts';
import { readMarkdown } from '../../src/compile/read-markdown.ts';
import { cues } from './records.ts';

const cleaned = (markdown: string) =>
  plainText(polish(cleanBlocks(readMarkdown(markdown).children, nameless), cues));

test.each([
  ['Great point :tada: :+1::skin-tone-2: about :one: grant', 'Great point about grant.'],
  ['Well done👏🏽👩‍👩‍👧 all 🇬🇧', 'Well done all.'],
  ['At 10:30:45 the ratio was 3:1:2', 'At 10:30:45 the ratio was 3:1:2.'],
  [
    'Ask [@U0123ABCD](mention:U0123ABCD) in [#C0123ABCD](mention:C0123ABCD)',
    'Ask a colleague in another channel.',
  ],
  ['Costs rose. [@U0123ABCD](mention:U0123ABCD) knows', 'Costs rose. A colleague knows.'],
  ['See \\<@U0123ABCD> and \\<!subteam^S0123ABCD|@leads>', 'See a colleague and colleagues.'],
  ['As U0123ABCD and @asha.khan said', 'As a colleague and a colleague said.'],
  ['@here please read', 'Please read.'],
  ['\\*Very\\* important, \\_really\\_, \\~now\\~', 'Very important, really, now.'],
  ['2 \\* 3 \\* 4 is 24, snake\\_case\\_name', '2 * 3 * 4 is 24, snake_case_name.'],
  ['Health &amp;amp; care &lt;3', 'Health & care <3.'],
  ['+1 caseloads must fall', 'Caseloads must fall.'],
  ['+1 to all of this. Waits are long', 'Waits are long.'],
  ['+1.5% is not enough', '+1.5% is not enough.'],
  ['Recommendation: fund early help', 'Fund early help.'],
  ['**Evidence:** costs rose', 'Costs rose.'],
  ['# Background\n\nIt is simple', 'Background:\n\nIt is simple.'],
  ['First line\\\nsecond line', 'First line.\n\nSecond line.'],
  ['Three things\\\n• money\\\n•time', 'Three things:\n\n- money\n- time'],
  ['<b>bold</b> and ![a chart](https://example.org/x.png)', '<b>bold</b> and a chart.'],
  ['It fell ~~by half~~', 'It fell.'],
  ['The CAMHS2020 data set and SC1234567 count', 'The CAMHS2020 data set and SC1234567 count.'],
  ['+1 to [@U0123ABCD](mention:U0123ABCD) and [@U0123ABCE](mention:U0123ABCE): pay matters', 'Pay matters.'],
  ['> Position: pay matters', '“pay matters”'],
  ['1. a\n2. b\n\nThen wait.\n\n3. c', '1. a\n2. b\n\nThen wait.\n\n3. c'],
  ['See <https://eastmarsh.slack.com/archives/C0123ABCD/p1616161616000100>', 'See an internal message.'],
  ['See [what she said](https://eastmarsh.slack.com/archives/C0123ABCD/p1)', 'See what she said.'],
  ['We saw this [7] before', 'We saw this (7) before.'],
  ['- one\n- two', '- one\n- two'],
  ['“We were told no”', '“We were told no”.'],
  ['a\u202Eb\u200Bc\uE000d', 'Abcd.'],
])('%j is printed as %j', (written, expected) => {
  expect(cleaned(written)).toBe(expected);
});

test('nothing that Slack leaves behind survives, whatever stands around it', () => {
  const residue = fc.constantFrom(
    ':tada:',
    '<@U0123ABCD>',
    '<!here>',
    '@here',
    '&amp;',
    '🎉',
    'U0123ABCD',
    '<https://a.org|x>',
  );
  const words = fc.constantFrom('children', 'Wait', '16.1%', '(so)', 'and,', '"no"', '*', '_');
  fc.assert(
    fc.property(fc.array(fc.oneof(residue, words), { maxLength: 12 }), (parts) => {
      const text = cleaned(parts.join(' ').replace(/[\\*_<&]/g, '\\$&'));
      expect(text).not.toMatch(/:tada:|<[@!h]|@here|&amp;|🎉|U0123ABCD| {2}/);
    }),
  );
});

test('a colleague’s full name is not printed, with or without its sign, but a word that is somebody’s name stays', () => {
  const among = namelessAmong(['Dewi Price', 'Will']);
  const clean = (markdown: string) =>
    plainText(polish(cleanBlocks(readMarkdown(markdown).children, among), cues));
  expect(clean('As @Dewi Price and dewi price said, it will. Prices rose')).toBe(
    'As a colleague and a colleague said, it will. Prices rose.',
  );
});
