import fc from 'fast-check';
import type { Nodes } from 'mdast';
import { expect, test } from 'vitest';
import { compileDocument } from '../../src/compile/compile-document.ts';
import { readMarkdown } from '../../src/compile/read-markdown.ts';
import { nodesIn, wordsIn } from '../../src/compile/reference-node.ts';
import { kinds } from '../../src/domain/contribution.ts';
import { pasteSheet } from '../../src/export/paste-sheet.ts';
import { toMarkdown } from '../../src/export/to-markdown.ts';
import { consultation, record } from './records.ts';

const nasty = fc.constantFrom(
  '# A heading',
  'Setext\n===',
  'Setext\n---',
  '---',
  '- item\n  - nested',
  '1. one',
  '> quote',
  '| a | b |\n| - | - |\n| c | d |',
  '```\ncode',
  '~~~',
  '    indented',
  '<h1>html</h1>',
  '<!-- comment',
  '<script>alert(1)</script>',
  '[a](javascript:alert(1))',
  '[a]: https://example.org/x',
  '[1]: https://example.org/x',
  '[1]',
  '[^1]: note',
  '![i](https://example.org/i.png)',
  '{{title}}',
  '{{#each this}}',
  '\uE0000\uE001',
  '\uE00012\uE001',
  '[@U0123ABCD](mention:U0123ABCD)',
  '<@U0123ABCD>',
  '@here',
  ':tada:',
  '*bold*',
  '__under__',
  '\\',
  '&lt;b&gt;',
  '&amp;amp;',
  '\u202Eabc\u0000\uD800',
  'https://example.org/a?b=(c)',
  '<https://eastmarsh.slack.com/archives/C0123ABCD/p1616161616000100|here>',
  '[file](https://files.slack.com/files-pri/T01-F0123/plan.pdf)',
  '============================================================',
  '\r\n\r\n## Recommendations\r\n\r\n',
);
const anything = fc.oneof(
  nasty,
  nasty,
  fc.string({ unit: 'binary', maxLength: 20 }),
  fc.string({ maxLength: 20 }),
);
const hostile = fc.array(anything, { minLength: 1, maxLength: 4 }).map((parts) => parts.join('\n\n'));
const inLine = fc.array(anything, { minLength: 1, maxLength: 3 }).map((parts) => parts.join(' '));

type Words = Record<'title' | 'theme' | 'name' | 'respondingAs' | 'fileName', string> & {
  texts: string[];
  wording: string;
};
const words: fc.Arbitrary<Words> = fc.record({
  title: inLine,
  theme: inLine,
  name: inLine,
  respondingAs: inLine,
  fileName: inLine,
  texts: fc.array(hostile, { minLength: 7, maxLength: 7 }),
  wording: hostile,
});

/** One reply of every kind, begun with a plain sentence so that there is always something to print. */
const recordOf = ({ title, theme, name, respondingAs, fileName, texts, wording }: Words) =>
  record(
    [...kinds, null].map((kind, at) => ({
      text: `Point ${at} stands here, see [a](https://example.org/a).\n\n${texts[at]}`,
      kind,
      authorId: 'U0123ABCD',
      files: [{ name: fileName, url: 'https://files.example.org/1' }],
      ...(at === 2 ? { wording: `Worded here.\n\n${wording}` } : {}),
    })),
    {
      consultation: {
        ...consultation,
        title,
        respondingAs,
        themes: [{ id: 'funding', title: theme, threadTs: null }],
      },
      people: [{ teamId: 'T01', userId: 'U0123ABCD', name, erasedAt: null }],
    },
  );

const plainWords: Words = {
  title: 'A title',
  theme: 'A theme',
  name: 'A name',
  respondingAs: 'A team',
  fileName: 'a file',
  texts: Array.from({ length: 7 }, () => 'Some words.'),
  wording: 'Some words.',
};

const layouts = ['theme', 'question', 'workingDraft'] as const;
const printed = (told: Words, layout: (typeof layouts)[number]) =>
  toMarkdown(compileDocument(recordOf(told), layout).tree);

const nodesOf = (markdown: string): Nodes[] => [...nodesIn(readMarkdown(markdown))];

/** The depth of each heading that a reader of the file sees, and its words where no person typed any of them. */
const outline = (markdown: string): string[] =>
  nodesOf(markdown)
    .flatMap((node) => (node.type === 'heading' ? [[node.depth, wordsIn(node.children)] as const] : []))
    .filter(([, title]) => !comesAndGoes.has(title))
    .map(([depth, title]) => `${depth} ${ours.has(title) ? title : ''}`);
/** Of the working draft, with what it has to tell. */
const comesAndGoes = new Set(['Figures without a source', 'Similar replies']);
const ours = new Set(
  layouts.flatMap((layout) =>
    nodesOf(printed(plainWords, layout)).flatMap((node) => {
      const title = node.type === 'heading' ? wordsIn(node.children) : '';
      return /A t(?:itle|eam|heme)/.test(title) ? [] : [title];
    }),
  ),
);

test.each(layouts)(
  'whatever people type, the outline of the %s stays the same and nothing is HTML',
  (layout) => {
    const expected = outline(printed(plainWords, layout));
    fc.assert(
      fc.property(words, (told) => {
        const markdown = printed(told, layout);
        expect(outline(markdown)).toEqual(expected);
        const foreign = ['html', 'code', 'image', 'definition', 'thematicBreak'];
        expect(nodesOf(markdown).filter(({ type }) => foreign.includes(type))).toEqual([]);
      }),
      { numRuns: 25 },
    );
  },
);

test.each(['theme', 'question'] as const)(
  'whatever people type, no name, id or Slack residue is in the %s',
  (layout) => {
    fc.assert(
      fc.property(words, (told) => {
        const markdown = printed({ ...told, name: 'Zebedee Quux' }, layout);
        expect(markdown).not.toMatch(
          /Zebedee|Quux|U0123ABCD|mention:|:tada:|@here|&amp;|slack\.com|[\uE000-\uF8FF]/,
        );
      }),
      { numRuns: 25 },
    );
  },
);

test('whatever people type, every reference has its entry and every entry is cited', () => {
  fc.assert(
    fc.property(words, (told) => {
      const [body = '', list = ''] =
        printed(told, 'theme').split('\n## Annex')[0]?.split('\n## References\n') ?? [];
      const cited = [...body.matchAll(/(?<!\\)\[(\d+)\]/g)].map(([, number]) => Number(number));
      const entries = [...list.matchAll(/^(\d+)\. /gm)].map(([, number]) => Number(number));
      expect([...new Set(cited)]).toEqual(entries);
    }),
    { numRuns: 25 },
  );
});

test('whatever people type, the rules of the paste sheet cannot be imitated', () => {
  fc.assert(
    fc.property(words, (told) => {
      const sheet = pasteSheet(recordOf(told));
      const rule = /^={60,}$/m.exec(sheet)?.[0] ?? '';
      const blocks = pasteSheet(recordOf(plainWords)).match(/^={60,}$/gm)?.length;
      expect(sheet.split('\n').filter((line) => line === rule).length).toBe(blocks);
    }),
    { numRuns: 25 },
  );
});

test('the same record gives the same bytes', () => {
  fc.assert(
    fc.property(words, fc.constantFrom(...layouts), (told, layout) => {
      expect(printed(told, layout)).toBe(printed(structuredClone(told), layout));
    }),
    { numRuns: 20 },
  );
});
