import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { messageMarkdown } from '../../../src/slack/text/message-markdown.ts';

const cases = new URL('../../fixtures/messages/', import.meta.url);
const read = (name: string, file: string): string => readFileSync(new URL(`${name}/${file}`, cases), 'utf8');

describe('a Slack message becomes the Markdown that its author would recognise', () => {
  test.each(readdirSync(cases))('%s', (name) => {
    const markdown = messageMarkdown(JSON.parse(read(name, 'message.json')));
    expect(markdown && `${markdown}\n`).toBe(read(name, 'expected.md'));
  });
});

describe('where the words come from', () => {
  const composed = [
    {
      type: 'rich_text',
      elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text: 'composed' }] }],
    },
  ];
  test.each([
    ['the rich text wins over the text', { text: 'text', blocks: composed }, 'composed'],
    ['a message with no blocks gives its text', { text: 'text' }, 'text'],
    [
      'blocks of a bot without rich text give the text',
      { text: 'text', blocks: [{ type: 'divider' }] },
      'text',
    ],
    [
      'a rich text of an unknown shape gives the text',
      { text: 'text', blocks: [{ type: 'rich_text' }] },
      'text',
    ],
    ['blocks that are no list give the text', { text: 'text', blocks: 'composed' }, 'text'],
    ['a message with a file alone has no words', { blocks: [] }, ''],
  ])('%s', (_, message, expected) => expect(messageMarkdown(message)).toBe(expected));
});
