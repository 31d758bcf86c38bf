import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cleanLine } from '../../../src/slack/text/clean-text.ts';
import { messageMarkdown } from '../../../src/slack/text/message-markdown.ts';
import { hostileText, textBlocks } from './hostile-text.ts';
import { readBack, tidy, wordsOf } from './read-back.ts';

const typed = (text: string): string => messageMarkdown({ blocks: textBlocks({ type: 'text', text }) });
const tablesIn = (markdown: string): string[][][] =>
  readBack(markdown).flatMap((node) =>
    node.type === 'table' ? [node.children.map((row) => row.children.map(wordsOf))] : [],
  );

/** The words of each item without the lists in it. */
const itemsIn = (markdown: string): string[] =>
  readBack(markdown).flatMap((node) =>
    node.type === 'listItem'
      ? [node.children.flatMap((child) => (child.type === 'paragraph' ? [wordsOf(child)] : [])).join('\n\n')]
      : [],
  );

describe('a typed pipe table', () => {
  test('keeps the words of every cell, whatever they are', () => {
    const cell = hostileText.map((text) => cleanLine(text).replace(/[|\\]/g, ''));
    const row = fc.array(cell, { minLength: 3, maxLength: 3 });
    fc.assert(
      fc.property(row, fc.array(row, { maxLength: 4 }), (head, body) => {
        fc.pre(head.some((words) => words.trim()));
        const lines = [head, ['---', ':-:', '--:'], ...body].map((cells) => `| ${cells.join(' | ')} |`);
        expect(tablesIn(typed(lines.join('\n')))).toEqual([
          [head, ...body].map((cells) => cells.map((c) => c.trim())),
        ]);
      }),
      { numRuns: 200 },
    );
  });

  test.each([
    [
      'short and long rows are filled up, and no word is cut',
      '|a|b|\n|-|-|\n|1|\n|1|2|3|',
      [
        ['a', 'b', ''],
        ['1', '', ''],
        ['1', '2', '3'],
      ],
    ],
    ['a keyboard that turns hyphens into dashes makes no difference', '|a|\n|—|\n|1|', [['a'], ['1']]],
    ['an escaped pipe belongs to its cell', '|a \\| b|\n|-|', [['a | b']]],
  ])('%s', (_, text, expected) => expect(tablesIn(typed(text))).toEqual([expected]));

  test.each([
    ['without its separator row', '| a | b |\n| 1 | 2 |'],
    ['whose separator has another number of columns', '| a | b |\n| - |'],
    ['without pipes at the ends', 'a | b\n--|--\n1 | 2'],
    ['of more than twenty columns', `${'|a'.repeat(21)}|\n${'|-'.repeat(21)}|`],
  ])('%s stays lines of text', (_, text) => expect(tablesIn(typed(text))).toEqual([]));

  test('in code is code', () => {
    const code = (text: string) => ({ type: 'text', text, style: { code: true } });
    const markdown = messageMarkdown({
      blocks: textBlocks(code('| a |'), { type: 'text', text: '\n' }, code('| - |')),
    });
    expect(markdown).toBe('`| a |`\\\n`| - |`');
  });
});

describe('lists', () => {
  const list = fc.record({
    type: fc.constant('rich_text_list'),
    style: fc.constantFrom('bullet', 'ordered'),
    indent: fc.nat({ max: 4 }),
    offset: fc.nat({ max: 3 }),
    elements: fc.array(
      hostileText.map((text) => ({
        type: 'rich_text_section',
        elements: [{ type: 'text', text }],
      })),
      { minLength: 1, maxLength: 3 },
    ),
  });

  test('keep every item in order, whatever is typed in them and however they nest', () => {
    fc.assert(
      fc.property(fc.array(list, { minLength: 1, maxLength: 6 }), (elements) => {
        const typedItems = elements.flatMap((one) =>
          one.elements.map((item) => item.elements[0]?.text ?? ''),
        );
        const markdown = messageMarkdown({ blocks: [{ type: 'rich_text', elements }] });
        expect(itemsIn(markdown)).toEqual(typedItems.map(tidy).filter(Boolean));
      }),
      { numRuns: 200 },
    );
  });

  test('need words: a lone bullet is what it looks like', () => {
    expect(messageMarkdown({ text: '•\n1.\nend' })).toBe('•\\\n1.\\\nend');
  });
});
