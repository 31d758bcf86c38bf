import type { Nodes } from 'mdast';
import { describe, expect, it } from 'vitest';
import { readMarkdown } from '../../src/compile/read-markdown.ts';
import { type OwnPart, ownDataFile } from '../../src/export/own-data.ts';
import { contribution, record } from '../compile/records.ts';

const { consultation } = record([]);

const fileOf = (part: Partial<OwnPart>, name = 'Asha', userId = 'U01ASHA') =>
  ownDataFile({
    userId,
    name,
    erasedAt: null,
    at: '2026-11-21T10:00:00.000Z',
    timeZone: 'Europe/London',
    workspaceUrl: 'https://eastmarsh.slack.com',
    documents: 0,
    parts: [
      {
        consultation,
        isMember: true,
        parts: [],
        own: [],
        added: [],
        endorsed: [],
        decided: [],
        actions: [],
        wasToldLate: false,
        remindedAt: [],
        ...part,
      },
    ],
  });

const headings = (markdown: string) =>
  readMarkdown(markdown).children.flatMap((node) => (node.type === 'heading' ? [node.depth] : []));

const addresses = (node: Nodes): string[] => [
  ...('url' in node ? [node.url] : []),
  ...('children' in node ? node.children.flatMap((child) => addresses(child)) : []),
];

describe('a person’s own data', () => {
  it('keeps hostile names, titles, reasons and file names from becoming structure', () => {
    const hostile = '# A heading\n- [a link](javascript:alert(1)) {{#each}} <script> | a | ‮';
    const one = contribution({
      text: 'We need more people.',
      files: [{ name: hostile, url: 'https://example.org/f' }],
      use: { inSubmission: false, reason: hostile, decidedBy: 'U09LEAD' },
    });
    const markdown = fileOf({ own: [one], consultation: { ...consultation, title: hostile } }, hostile);
    expect(headings(markdown)).toEqual([1, 2, 2, 3, 2]);
    expect(addresses(readMarkdown(markdown)).filter((url) => !url.startsWith('https://eastmarsh.'))).toEqual(
      [],
    );
  });

  it('quotes their words as they were typed, and names nobody whom they mention', () => {
    const words = '[@U09LEAD](mention:U09LEAD) should know:\n\n# Not our heading\n\n- one\n- two';
    const markdown = fileOf({ own: [contribution({ text: words })] });
    expect(markdown).toContain('> a colleague should know:');
    expect(markdown).toContain('> - one');
    expect(markdown).not.toContain('U09LEAD');
    expect(headings(markdown)).toEqual([1, 2, 2, 3, 2]);
  });

  it('tells the author why they said it is not about a person, and the reviewer only that they cleared it', () => {
    const cleared = {
      types: ['phone' as const],
      of: { salt: 's', hash: 'h' },
      by: 'U09LEAD',
      at: '2026-11-21T10:00:00.000Z',
      reason: 'It is a helpline.',
    };
    const one = contribution({ text: 'Ring the helpline.', cleared });
    expect(fileOf({ own: [one] })).toContain(
      'What you told the safeguarding reviewer:\n\n> It is a helpline.',
    );
    const reviewers = fileOf({ decided: [one] }, 'Leah', 'U09LEAD');
    expect(reviewers).toContain('You cleared it');
    expect(reviewers).not.toContain('It is a helpline.');
  });

  it('counts what the log says that they did', () => {
    const line = {
      consultationId: 'c1',
      at: '2026-11-21T10:00:00.000Z',
      by: 'U01ASHA',
      on: null,
      sha256: null,
    };
    const markdown = fileOf({
      actions: [
        { ...line, what: 'recorded' },
        { ...line, what: 'recorded' },
        { ...line, what: 'withdrew' },
      ],
    });
    expect(markdown).toContain('- recorded: 2 times\n- withdrew: once');
  });

  it('tells of a reply that was taken back that there was one, and no more', () => {
    const one = { ...contribution({ text: '' }), state: 'removed' as const };
    expect(fileOf({ own: [one] })).toContain('Taken back: its words are not kept');
  });
});
