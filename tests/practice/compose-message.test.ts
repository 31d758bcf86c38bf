import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  bold,
  broadcast,
  bulletList,
  channel,
  code,
  codeBlock,
  emoji,
  italic,
  link,
  mention,
  message,
  orderedList,
  paragraph,
  quote,
  strike,
  text,
  typed,
} from '../../src/practice/compose-message.ts';
import { blocksIn } from '../../src/practice/payload.ts';
import { refuseBlocks } from '../../src/practice/refuse-blocks.ts';

it('gives plain words as one text element, and escapes them beside it', () => {
  fc.assert(
    fc.property(fc.string({ minLength: 1, maxLength: 3_000, unit: 'grapheme' }), (words) => {
      const { text, blocks } = typed(words);
      expect(blocks).toMatchObject([
        { elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text: words }] }] },
      ]);
      expect(text).not.toMatch(/[<>]/);
      const unescaped = text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
      expect(unescaped).toBe(words);
    }),
  );
});

it('leaves no block where nothing was typed', () => {
  expect(typed('')).toEqual({ text: '' });
});

it('gives the blocks and the poorer text that Slack gives', () => {
  const said = message(
    paragraph('Ask ', mention({ id: 'U1' }), ' about ', bold('funding'), ' ', emoji('tada', '1f389')),
    paragraph('See ', link('https://example.org', 'this & that'), broadcast('here')),
    bulletList('one', bulletList('deeper'), 'two'),
    quote('They said\nno'),
    codeBlock('a < b'),
  );
  expect(said.text).toBe(
    [
      'Ask <@U1> about *funding* :tada:',
      '',
      'See <https://example.org|this &amp; that><!here>',
      '• one',
      '    • deeper',
      '• two',
      '&gt; They said',
      '&gt; no',
      '```a &lt; b```',
    ].join('\n'),
  );
  expect(blocksIn(said.blocks?.[0]?.elements).map(({ type }) => type)).toEqual([
    'rich_text_section',
    'rich_text_list',
    'rich_text_list',
    'rich_text_list',
    'rich_text_quote',
    'rich_text_preformatted',
  ]);
  expect(() => refuseBlocks(said.blocks)).not.toThrow();
});

it('sends a nested list as flat siblings with an indent, and goes on counting after it', () => {
  const { blocks } = message(orderedList('one', 'two', bulletList('a', bulletList('b')), 'three'));
  expect(blocks?.[0]?.elements).toMatchObject([
    { style: 'ordered', indent: 0, elements: [{}, {}] },
    { style: 'bullet', indent: 1 },
    { style: 'bullet', indent: 2 },
    { style: 'ordered', indent: 0, offset: 2, elements: [{}] },
  ]);
});

it('keeps the style of words, and the id of a channel', () => {
  const words = [
    text('plain '),
    italic('slant'),
    strike('gone'),
    code('a*b'),
    channel({ id: 'C1', name: 'policy' }),
  ];
  const said = message(paragraph(...words));
  expect(said.text).toBe('plain _slant_~gone~`a*b`<#C1|policy>');
  expect(said.blocks).toMatchObject([
    {
      elements: [
        {
          elements: [
            { text: 'plain ' },
            { text: 'slant', style: { italic: true } },
            { text: 'gone', style: { strike: true } },
            { text: 'a*b', style: { code: true } },
            { type: 'channel', channel_id: 'C1' },
          ],
        },
      ],
    },
  ]);
});
