import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readMarkdown } from '../../src/compile/read-markdown.ts';
import { nodesIn, wordsIn } from '../../src/compile/reference-node.ts';
import { type ExportFormat, exportFormats } from '../../src/domain/export-formats.ts';
import { exportFileName } from '../../src/export/file-name.ts';
import { makeDocument } from '../../src/export/make-document.ts';
import { keptExports } from '../../src/kept-exports.ts';
import { messageMarkdown } from '../../src/slack/text/message-markdown.ts';
import { consultation, record, shippedPack } from '../compile/records.ts';
import { exported, openedConsultation, recorded, temporaryFolder } from '../office.ts';
import { complaintsOf, goodFiles } from '../packs/templates-folder.ts';

/** Words as Slack brings them, on their way through the real door. */
const said = (text: string) => messageMarkdown({ text });
const made = (
  texts: string[],
  changes: Parameters<typeof record>[1] = {},
  formats: readonly ExportFormat[] = exportFormats,
) =>
  formats.map((format) => {
    const told = record(
      texts.map((text) => ({ text: `Families wait too long. ${text}`, kind: 'concern' as const })),
      changes,
    );
    return [format, makeDocument(format, told).content] as const;
  });
const nodesOf = (markdown: string) => [...nodesIn(readMarkdown(markdown))];

describe('a file’s name', () => {
  const nasty = fc.constantFrom('../', '..\\', '/etc/passwd', 'C:\\', '\0', '.git/', '-rf', '~', '%2e%2e%2f');
  const words = fc.oneof(nasty, fc.string({ unit: 'binary', maxLength: 40 }));
  const text = fc.array(words, { maxLength: 4 }).map((parts) => parts.join(''));

  it('never leaves its folder, whatever the title is', async () => {
    const folder = await temporaryFolder();
    let count = 0;
    const exports = keptExports(path.join(folder, 'exports'), () => {
      count += 1;
      return `${count}`;
    });
    await fc.assert(
      fc.asyncProperty(text, text, async (title, respondingAs) => {
        const name = exportFileName({ title, respondingAs }, '2026-11-21', 'working-draft');
        const kept = await exports.keep(name, 'words');
        expect(path.dirname(kept)).toBe(path.join(folder, 'exports'));
        expect(path.basename(kept)).toBe(name);
      }),
      { numRuns: 60 },
    );
    expect(readdirSync(folder)).toEqual(['exports']);
  });

  it('is no way to read, write or delete anything else', async () => {
    const folder = await temporaryFolder();
    const exports = keptExports(path.join(folder, 'exports'), () => 'id');
    const mine = await exports.keep('mine.md', 'mine');
    const others = [
      '../mine.md',
      '..',
      '.',
      '',
      mine,
      '/etc/passwd',
      'a/../mine.md',
      './mine.md',
      'MINE.md\0',
    ];
    for (const name of others) {
      await expect(exports.keep(name, 'theirs'), name).rejects.toThrow('plain file name');
      expect(await exports.read(name), name).toBe(null);
      expect(await exports.remove(name), name).toBe(false);
    }
    expect(readFileSync(mine, 'utf8')).toBe('mine');
  });
});

describe('in every format', () => {
  it('what looks like a template is words', () => {
    const traps = ['{{title}}', '{{{raw}}}', '{{#each this}}x{{/each}}', '{{> shared}}', '{{!-- gone --}}'];
    const code = '{{constructor.constructor "return process.env"}}';
    const title = `Ours ${code}`;
    for (const [format, content] of made([...traps, code].map(said), {
      consultation: { ...consultation, title },
    })) {
      const plain = content.replaceAll('\\', '');
      for (const trap of [...traps, title]) {
        const inJson = format === 'json' ? trap.replaceAll('"', '"') : trap;
        expect(plain, format).toContain(inJson);
      }
    }
  });

  it.each([
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    ' javascript:alert(1)',
    'java\nscript:alert(1)',
    'data:text/html,<script>alert(1)</script>',
    'vbscript:msgbox(1)',
    'file:///etc/passwd',
    'javascript&colon;alert(1)',
    '//evil.example',
  ])('%j is no link, however it was made one', (url) => {
    const block = {
      type: 'rich_text',
      elements: [{ type: 'rich_text_section', elements: [{ type: 'link', url, text: 'the report' }] }],
    };
    const texts = [
      messageMarkdown({ text: 'the report', blocks: [block] }),
      said(`<${url}|the report>`),
      said(`[the report](${url})`),
      // As a record could hold it that something else had written.
      `[the report](${url})`,
      `[the report](<${url}>)`,
    ];
    for (const [format, content] of made(texts, {}, ['draft', 'markdown'])) {
      const urls = nodesOf(content).flatMap((node) => ('url' in node ? [node.url] : []));
      expect(
        urls.filter((one) => !/^(?:https?:\/\/|mailto:|#)/.test(one)),
        format,
      ).toEqual([]);
    }
  });

  it('cells that look like formulas stay the words that they are: Markdown runs nothing', () => {
    const cells = ['=HYPERLINK("https://evil.example")', '+1', '-2%', '\t=1+1'];
    const table = `| a | b |\n| - | - |\n${cells.map((cell) => `| ${cell} | x |`).join('\n')}`;
    for (const [format, content] of made([`\n\n${said(table)}`], {}, ['markdown', 'markdown questions'])) {
      const found = nodesOf(content).flatMap((node) =>
        node.type === 'tableCell' ? [wordsIn(node.children)] : [],
      );
      expect(found, format).toEqual(expect.arrayContaining(['+1', '-2%', '=1+1']));
    }
  });

  it('nothing turns the text round or hides in it', () => {
    const turning = '\u061C\u200E\u200F\u202A\u202B\u202C\u202D\u202E\u2066\u2067\u2068\u2069';
    const hiding = '\u00AD\u180E\u200B\u2060\u2061\u2064\uFEFF\uFFF9\uFFFB\u0000\u0007\u001B';
    const tricks = [...turning, ...hiding].map((sign) => `money${sign}late`).join(' ');
    const title = `Our ${tricks.slice(0, 60)}`;
    const contents = made([said(tricks)], { consultation: { ...consultation, title } });
    for (const [format, content] of contents.filter(([name]) => name !== 'json')) {
      const left = [...`${turning}${hiding}`].filter((sign) => content.includes(sign));
      expect(
        left.map((sign) => sign.codePointAt(0)?.toString(16)),
        format,
      ).toEqual([]);
    }
  });

  it('names of JavaScript’s own are words, and change no object', () => {
    const names = ['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', '__defineGetter__'];
    const themes = names.map((title, at) => ({ id: title, title, threadTs: `1794300000.00010${at}` }));
    const told = record(
      names.map((name) => ({
        text: `We say ${name}`,
        themeId: name,
        authorId: name,
        kind: 'concern' as const,
      })),
      {
        consultation: { ...consultation, title: '__proto__', respondingAs: 'constructor', themes },
        people: names.map((name) => ({ teamId: 'T01', userId: name, name, erasedAt: null })),
      },
    );
    for (const format of exportFormats) {
      const { content } = makeDocument(format, told);
      // Two underscores on either side are how people type bold.
      const plain = content.replace(/[\\_*]/g, '');
      for (const name of names) expect(plain, format).toContain(`We say ${name.replaceAll('_', '')}`);
    }
    expect(Object.keys(Object.prototype)).toEqual([]);
    expect(({} as Record<string, unknown>).isAdmin).toBeUndefined();
  });
});

describe('a pack file', () => {
  it.each([
    ['__proto__ in a pack', 'bus-survey/pack.yaml', '__proto__:\n  isAdmin: true\n'],
    ['a constructor in a pack', 'bus-survey/pack.yaml', 'constructor:\n  prototype:\n    isAdmin: true\n'],
    ['__proto__ in the cues', 'shared/cues.yaml', '__proto__:\n  holdBack: [a]\n'],
  ])('with %s is refused, and changes no object', async (_, file, more) => {
    const files: Record<string, string> = { ...goodFiles() };
    const complaints = await complaintsOf({ ...files, [file]: `${files[file]}${more}` });
    expect(complaints.join('\n')).toContain(`templates/${file}: `);
    expect(({} as Record<string, unknown>).isAdmin).toBeUndefined();
    expect(Object.keys(Object.prototype)).toEqual([]);
  });

  it('that unfolds into a huge one is refused', async () => {
    const level = (name: string, of: string) => `${name}: &${name} [${Array(10).fill(of).join(', ')}]\n`;
    const bomb = ['b', 'c', 'd', 'e', 'f', 'g', 'h'].reduce(
      (text, name, at) => text + level(name, at === 0 ? '"x"' : `*${'abcdefgh'[at]}`),
      '',
    );
    const complaints = await complaintsOf({ ...goodFiles(), 'bus-survey/pack.yaml': bomb });
    expect(complaints.join('\n')).toContain('bus-survey/pack.yaml: ');
  });

  it.each(['{{lookup this "constructor"}}', '{{log this}}', '{{__defineGetter__ "a" this}}'])(
    'a layout with %s is refused',
    async (source) => {
      const complaints = await complaintsOf({ ...goodFiles(), 'bus-survey/by-theme.hbs': source });
      expect(complaints.join('\n')).toContain('bus-survey/by-theme.hbs: ');
    },
  );

  it.each([
    '{{constructor}}',
    '{{constructor.name}}',
    '{{__proto__}}',
    '{{toString}}',
    '{{title.constructor}}',
  ])('a layout with %s shows nothing of JavaScript’s own', (source) => {
    if (shippedPack === undefined) throw new Error('no pack is shipped');
    const pack = {
      ...shippedPack,
      layoutSources: { ...shippedPack.layoutSources, theme: `Begin ${source} end` },
    };
    expect(orRefusal(() => makeDocument('markdown', record([], { pack })).content)).toMatch(
      /^(?:Begin\s+end\n|The layout by-theme\.hbs of the pack [^\n]+)$/,
    );
  });
});

/** What is made, or why not. */
function orRefusal(make: () => string): string {
  try {
    return make();
  } catch (error) {
    return error instanceof Error ? error.message : '';
  }
}

describe('a long text', () => {
  it('of a megabyte goes from the real listener into the real files', async () => {
    const there = await openedConsultation();
    const { ruth, bea, channel, thread } = there;
    const sentence = 'Families wait far too long for early help. ';
    const text = `${sentence.repeat(24_500)}The very end of it.`;
    expect(text.length).toBeGreaterThan(1_048_576);
    await recorded(there, bea.replies(channel, thread('Funding'), text));
    expect(await exported(there, ruth, 'export markdown')).toContain('The very end of it.');
    expect(JSON.parse(await exported(there, ruth, 'export json')).contributions[0].text).toBe(text);
  });

  it.each([
    ['one word', 'x'.repeat(40_000)],
    ['signs', '*_~`[('.repeat(6_667)],
    ['quotes in quotes', '>'.repeat(40_000)],
    ['lines', '\n'.repeat(40_000)],
    ['digits', '1 '.repeat(20_000)],
  ])('as long as Slack takes, of %s, is read and printed', (_, text) => {
    expect(
      makeDocument('markdown', record([{ text: said(`Money is late.\n\n${text}`), kind: 'concern' }]))
        .content,
    ).toContain('Funding');
  });
});
