import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cleanText } from '../../../src/slack/text/clean-text.ts';
import { escapeMrkdwn } from '../../../src/slack/text/escape-mrkdwn.ts';
import { markdownToTree } from '../../../src/slack/text/markdown.ts';
import { messageMarkdown } from '../../../src/slack/text/message-markdown.ts';
import { hostileText, textBlocks } from './hostile-text.ts';
import { linksIn, nodesOf, tidy, wordsOf } from './read-back.ts';

const hasTableRule = (typed: string): boolean =>
  cleanText(typed)
    .split('\n')
    .some((line) => /^\s*\|(?:\s*:?[-–—]+:?\s*\|)+\s*$/.test(line));

const style = fc.record({
  bold: fc.boolean(),
  italic: fc.boolean(),
  strike: fc.boolean(),
  code: fc.boolean(),
});

/** A bare address is one for every reader of GFM, so a link is no structure that we let through. */
const inlineTypes = ['root', 'paragraph', 'text', 'break', 'link'];
const styleTypes = ['strong', 'emphasis', 'delete', 'inlineCode'];

test('typed text comes back word for word, as paragraphs and breaks and nothing else', () => {
  fc.assert(
    fc.property(hostileText, (typed) => {
      fc.pre(!hasTableRule(typed));
      const tree = markdownToTree(messageMarkdown({ blocks: textBlocks({ type: 'text', text: typed }) }));
      expect(nodesOf(tree).filter(({ type }) => !inlineTypes.includes(type))).toEqual([]);
      expect(wordsOf(tree)).toBe(tidy(typed));
    }),
    { numRuns: 1500 },
  );
});

test.each(['<&@here>', '<5@a.example>', '<a@b.example>', '<.@a>'])(
  'angle brackets around something like an address, %s, are words too',
  (typed) => {
    const tree = markdownToTree(messageMarkdown({ blocks: textBlocks({ type: 'text', text: typed }) }));
    expect(wordsOf(tree)).toBe(typed);
  },
);

test.each(['😀_b!', '😀__b_c!', '𐀀_A!'])(
  'an underscore after a character of two halves, %s, stays one',
  (typed) => {
    const style = { italic: true };
    const blocks = textBlocks({ type: 'text', text: 'é' }, { type: 'text', text: typed, style });
    expect(wordsOf(markdownToTree(messageMarkdown({ blocks })))).toBe(`é${typed}`);
  },
);

test('styled text comes back word for word, whatever the styles', () => {
  const runs = fc.array(fc.record({ type: fc.constant('text'), text: hostileText, style }), { maxLength: 5 });
  fc.assert(
    fc.property(runs, (elements) => {
      const typed = elements.map(({ text }) => cleanText(text)).join('');
      fc.pre(!hasTableRule(typed));
      const tree = markdownToTree(messageMarkdown({ blocks: textBlocks(...elements) }));
      const allowed = [...inlineTypes, ...styleTypes];
      expect(nodesOf(tree).filter(({ type }) => !allowed.includes(type))).toEqual([]);
      expect(tidy(wordsOf(tree))).toBe(tidy(typed));
    }),
    { numRuns: 600 },
  );
});

test('a quotation holds its paragraphs and code holds its lines, whatever is typed in them', () => {
  fc.assert(
    fc.property(hostileText, hostileText, (said, program) => {
      fc.pre(!hasTableRule(said) && tidy(said) !== '' && cleanText(program).trim() !== '');
      const elements = [
        { type: 'rich_text_quote', elements: [{ type: 'text', text: said }] },
        { type: 'rich_text_preformatted', elements: [{ type: 'text', text: program }] },
      ];
      const tree = markdownToTree(messageMarkdown({ blocks: [{ type: 'rich_text', elements }] }));
      expect(tree.children.map(({ type }) => type)).toEqual(['blockquote', 'code']);
      const [quote, code] = tree.children;
      expect(quote && wordsOf(quote)).toBe(tidy(said));
      expect(code && wordsOf(code)).toBe(cleanText(program).replace(/^\n|\n$/g, ''));
    }),
    { numRuns: 500 },
  );
});

test('typed text in a message without blocks makes no mention, no heading and no HTML', () => {
  fc.assert(
    fc.property(hostileText, (typed) => {
      const markdown = messageMarkdown({ text: escapeMrkdwn(typed) });
      const types = nodesOf(markdownToTree(markdown)).map(({ type }) => type);
      for (const type of ['heading', 'html', 'image', 'thematicBreak', 'definition', 'linkReference'])
        expect(types).not.toContain(type);
      expect(linksIn(markdown).filter(({ url }) => url.startsWith('mention:'))).toEqual([]);
    }),
    { numRuns: 600 },
  );
});

test('no link that a person typed is a mention, or anything but a web or mail address', () => {
  const typedLink = fc.record({
    type: fc.constant('link'),
    url: fc.oneof(
      hostileText,
      fc.constantFrom('mention:U0123', ' MENTION:U0', 'javascript:alert(1)', 'data:,x'),
    ),
    text: hostileText,
  });
  fc.assert(
    fc.property(typedLink, hostileText, (link, text) => {
      const markdown = messageMarkdown({
        blocks: textBlocks({ type: 'text', text }, link),
        text: `<${link.url}|x>`,
      });
      for (const { url } of linksIn(markdown)) expect(url).toMatch(/^(?:https?|mailto):/i);
    }),
    { numRuns: 600 },
  );
});

test('a link keeps its address and its label, whatever the label holds', () => {
  const path = fc.string({ unit: fc.constantFrom(...'ab1_*()[]|&;=?#%~\\`!$\'",.é'), maxLength: 12 });
  fc.assert(
    fc.property(hostileText, path, style, (text, end, marks) => {
      const url = `https://a.example/${end}`;
      const markdown = messageMarkdown({ blocks: textBlocks({ type: 'link', url, text, style: marks }) });
      const label = cleanText(text).replace(/\s+/g, ' ').trim() || url;
      expect(linksIn(markdown)).toEqual([{ url, label }]);
    }),
    { numRuns: 600 },
  );
});
