import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { escapeMrkdwn } from '../../../src/slack/text/escape-mrkdwn.ts';
import { filesOf } from '../../../src/slack/text/files-of.ts';
import { messageMarkdown } from '../../../src/slack/text/message-markdown.ts';
import { plainExcerpt } from '../../../src/slack/text/plain-excerpt.ts';
import { hostileText, textBlocks } from './hostile-text.ts';

describe('text that the app says in Slack', () => {
  test('escapes what Slack asks for and nothing else', () => {
    expect(escapeMrkdwn('<!here> Tom & Co\'s "plan" &lt;')).toBe(
      '&lt;!here&gt; Tom &amp; Co\'s "plan" &amp;lt;',
    );
  });

  test('calls nobody, whatever is in it', () => {
    fc.assert(fc.property(hostileText, (text) => !/[<>]/.test(escapeMrkdwn(text))));
  });
});

describe('an excerpt', () => {
  test.each([
    ['is one line', 'One **bold** line\\\nand\n\n- a\n- b', 40, 'One bold line and a b'],
    [
      'names nobody',
      '[@U01](mention:U01), [@S01](mention:S01): see [#C01](mention:C01)',
      60,
      'a colleague, a group of colleagues: see a channel',
    ],
    ['is cut after a whole word', 'Thresholds are too high', 14, 'Thresholds…'],
    ['may end exactly at its limit', 'Thresholds', 10, 'Thresholds'],
    ['is cut inside a word only when there is no other place', 'Thresholds', 6, 'Thres…'],
    ['cuts no character in half', '👍👍👍', 4, '👍…'],
    ['leaves emoji codes alone', ':eastmarsh: agreed', 40, ':eastmarsh: agreed'],
    ['shows what was typed, not its escapes', '\\# 1 \\* 2 &#x20;', 40, '# 1 * 2'],
    ['reads a table cell by cell', '| a | b |\n| - | - |\n| 1 | 2 |', 40, 'a b 1 2'],
    ['of nothing is nothing', '', 40, ''],
  ])('%s', (_, markdown, most, expected) => expect(plainExcerpt(markdown, most)).toBe(expected));

  test('is never longer than it may be', () => {
    fc.assert(
      fc.property(hostileText, fc.integer({ min: 1, max: 40 }), (text, most) => {
        const excerpt = plainExcerpt(messageMarkdown({ blocks: textBlocks({ type: 'text', text }) }), most);
        expect(excerpt.length).toBeLessThanOrEqual(most);
        expect(excerpt).not.toContain('\n');
      }),
    );
  });
});

describe('the files of a message', () => {
  test.each([
    [
      'keep name and address',
      { name: 'plan.pdf', permalink: 'https://x.example/plan.pdf' },
      { name: 'plan.pdf', url: 'https://x.example/plan.pdf' },
    ],
    ['may have no name', { permalink: 'https://x.example/1' }, { name: 'file', url: 'https://x.example/1' }],
    [
      'have names on one line',
      { name: ' a\nb\u202e ', permalink: 'https://x.example/1' },
      { name: 'a b', url: 'https://x.example/1' },
    ],
    ['keep no address but https', { name: 'a', permalink: 'javascript:alert(1)' }, { name: 'a', url: '' }],
    ['may be stubs', { id: 'F1', file_access: 'check_file_info' }, { name: 'file', url: '' }],
  ])('%s', (_, file, expected) => expect(filesOf({ files: [file] })).toEqual([expected]));

  test('are none when there are none', () => expect(filesOf({})).toEqual([]));
});
