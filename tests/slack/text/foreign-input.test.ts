import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { filesOf } from '../../../src/slack/text/files-of.ts';
import { messageMarkdown } from '../../../src/slack/text/message-markdown.ts';
import { textBlocks } from './hostile-text.ts';

const json = fc.jsonValue({ maxDepth: 3 });

/** Slack's own shapes, with anything at all in their fields. */
const almostBlocks = fc.array(
  fc.record({
    type: fc.constantFrom('rich_text', 'table'),
    rows: fc.array(fc.array(json)),
    elements: fc.array(
      fc.record(
        {
          type: fc.constantFrom(
            'rich_text_section',
            'rich_text_list',
            'rich_text_quote',
            'rich_text_preformatted',
          ),
          style: json,
          indent: fc.oneof(json, fc.double()),
          offset: fc.oneof(json, fc.double()),
          border: json,
          elements: fc.array(
            fc.record({
              type: fc.constantFrom(
                'text',
                'link',
                'user',
                'emoji',
                'date',
                'broadcast',
                'rich_text_section',
              ),
              text: fc.oneof(json, fc.string({ unit: 'binary' })),
              url: json,
              user_id: json,
              unicode: fc.oneof(json, fc.stringMatching(/^[0-9a-f]{1,6}(-[0-9a-f]{2,6}){0,2}$/)),
              timestamp: fc.oneof(json, fc.double()),
              elements: json,
            }),
          ),
        },
        { requiredKeys: ['type'] },
      ),
    ),
  }),
);

describe('whatever arrives, the conversion never throws', () => {
  test('any JSON for blocks', () => {
    fc.assert(fc.property(json, (blocks) => typeof messageMarkdown({ blocks }) === 'string'));
  });

  test('nearly right blocks', () => {
    fc.assert(
      fc.property(almostBlocks, (blocks) => typeof messageMarkdown({ blocks }) === 'string'),
      {
        numRuns: 50,
      },
    );
  });

  test('any text', () => {
    const text = fc.string({ unit: fc.constantFrom(...'*_~`<>|@#!^:&; \nagtl;') });
    fc.assert(fc.property(text, (message) => typeof messageMarkdown({ text: message }) === 'string'));
  });

  test('any JSON for files', () => {
    fc.assert(fc.property(json, (files) => Array.isArray(filesOf({ files }))));
  });
});

/** Each of these is quadratic or worse in a naive parser: a minute, or a stack overflow, instead of milliseconds. */
describe('a message of 40,000 hostile characters is converted like any other', () => {
  const patterns = [
    '*',
    '<',
    '[',
    '`',
    '>',
    '_',
    '~',
    '|',
    '&gt;',
    '&gt;\n',
    '\n',
    ' ',
    '\\',
    '](',
    '```',
    '*a ` ',
    '|-|\n',
    `${'*a ` '.repeat(32)}\n`,
    `<http://a|${'*a ` '.repeat(30)}>\n`,
    '<http://a|',
    `<http://a|${'&gt;'.repeat(9_000)}>`,
    `*${'&gt;'.repeat(9_000)}* `,
    '<@U1>',
    '• a\n',
    ':a:',
    '&gt;&gt;&gt;',
  ];
  test.each(patterns.map((pattern) => [pattern.slice(0, 20), pattern]))('%j', (_, pattern) => {
    const typed = `start ${pattern.repeat(Math.ceil(40_000 / pattern.length)).slice(0, 40_000)} end`;
    for (const message of [{ text: typed }, { blocks: textBlocks({ type: 'text', text: typed }) }]) {
      const markdown = messageMarkdown(message);
      expect(markdown).toMatch(/^start/);
      expect(markdown).toMatch(/end`*$/);
    }
  });
});
