import { expect, test } from 'vitest';
import { renderLayout } from '../../src/compile/render-layout.ts';
import { root } from '../../src/compile/view.ts';
import type { Pack } from '../../src/domain/pack.ts';
import { toMarkdown } from '../../src/export/to-markdown.ts';
import { record } from './records.ts';

const shipped = record([]).pack;
const withLayout = (theme: string): Pack => ({
  ...shipped,
  layoutSources: { ...shipped.layoutSources, theme },
});
const rendered = (layout: string, view: unknown) =>
  toMarkdown(renderLayout(withLayout(layout), 'theme', view));

const paragraph = (value: string) => ({
  type: 'paragraph' as const,
  children: [{ type: 'text' as const, value }],
});
const two = root([paragraph('First.'), paragraph('Second.')]);

test('a text is shown as what it is, wherever the layout puts it', () => {
  const layout = '# {{title}}\n\n**{{title}}** and [{{title}}]({{url}})\n\n| a |\n| - |\n| {{title}} |\n';
  expect(rendered(layout, { title: '# *x* | y', url: 'https://example.org/a b' })).toBe(
    '# # \\*x\\* | y\n\n**# \\*x\\* | y** and [# \\*x\\* | y](<https://example.org/a b>)\n\n| a            |\n| ------------ |\n| # \\*x\\* \\| y |\n',
  );
});

test('blocks stand on their own, or go on from the words before them', () => {
  expect(rendered('{{text}}', { text: two })).toBe('First.\n\nSecond.\n');
  expect(rendered('**R1.** {{text}}\n', { text: two })).toBe('**R1.** First.\n\nSecond.\n');
  expect(rendered('- {{text}}\n- x\n', { text: two })).toBe('- First.\n\n  Second.\n\n- x\n');
});

test('an empty text, list or null is nothing to a layout', () => {
  expect(
    rendered('{{#if a}}a{{/if}}{{#if b}}b{{/if}}{{#if c}}c{{/if}}{{#each b}}d{{/each}}end', {
      a: '',
      b: [],
      c: null,
    }),
  ).toBe('end\n');
});

test.each([
  ['blocks in a heading', '# {{text}}', 'into a heading, a table or the middle of a sentence'],
  ['blocks within a sentence', 'a {{text}} b', 'into a heading, a table or the middle of a sentence'],
  ['a value in code', '`{{title}}`', 'into code, HTML or a link title'],
  ['a value in HTML', '<b title="{{title}}">', 'into code, HTML or a link title'],
  [
    'a name that does not exist',
    '{{titel}}',
    'The layout by-theme.hbs of the pack care-review-call-for-advice: "titel" not defined',
  ],
])('%s is said to whoever keeps the layout', (_, layout, reason) => {
  expect(() => rendered(layout, { title: 'x', text: two })).toThrow(reason);
});
