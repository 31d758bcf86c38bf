import { expect, test } from 'vitest';
import { compileDocument } from '../../src/compile/compile-document.ts';
import type { ConsultationRecord } from '../../src/compile/record.ts';
import { contributionRef } from '../../src/domain/contribution.ts';
import { textHash } from '../../src/domain/text-hash.ts';
import { toMarkdown } from '../../src/export/to-markdown.ts';
import { contribution, record } from './records.ts';

const draft = (told: ConsultationRecord) => toMarkdown(compileDocument(told, 'workingDraft').tree);
const part = (page: string, heading: string) =>
  page.split(/\n(?=#{1,3} )/).find((one) => one.includes(heading)) ?? '';

test('it says that it is internal, names who said what, and links back to the message', () => {
  const page = draft(
    record([{ text: 'Fund early help.', kind: 'position', endorsers: ['U02BEN'], late: true }]),
  );
  expect(page).toMatch(/^# Working draft: Our response\n\n\*\*Internal: not for submission\.\*\*/);
  expect(part(page, '### Positions')).toBe(
    [
      '### Positions\n',
      '- **Asha Khan**, 10 November 2026, [reply in Slack](https://eastmarsh.slack.com/archives/C01RESPONSE/p1794300060000100?thread_ts=1794300000.000100&cid=C01RESPONSE): Fund early help.',
      '',
      '  Supported by Ben Ode. Sent late.\n',
    ].join('\n'),
  );
});

test('a mention is a name in the working draft and a colleague in a submission', () => {
  const told = record([{ text: 'Ask [@U03CARA](mention:U03CARA) first.', kind: 'position' }]);
  expect(draft(told)).toContain('Ask Cara Lim first.');
  expect(toMarkdown(compileDocument(told, 'theme').tree)).toContain('Ask a colleague first.');
});

test('it lists what is missing', () => {
  const missing = part(draft(record([{ text: 'Fund early help.', kind: 'position' }])), '## What is missing');
  expect(missing).toContain(
    '- No evidence yet on funding.\n- No recommendation yet on funding.\n- Nothing is said on workforce yet.',
  );
  expect(missing).toContain('- Nothing is said on CAMHS yet.');
  expect(missing).toContain('- No answer yet to question CfA-1: Who should I prioritise speaking to?');
});

test('it says what changed since the last submission', () => {
  const [same, edited, withdrawn, heldBack, added] = [
    contribution({ text: 'Stays the same.', kind: 'position' }, 0),
    contribution({ text: 'Says more now.', kind: 'position' }, 1),
    contribution({ text: '', state: 'removed', authorId: 'U02BEN' }, 2),
    contribution(
      { text: 'Not now.', use: { inSubmission: false, reason: 'Too early', decidedBy: 'U09LEAD' } },
      3,
    ),
    contribution({ text: 'Came later.', kind: 'position' }, 4),
  ];
  const before = [same, { ...edited, hash: textHash('Said less.') }, withdrawn, heldBack];
  const told = record([], {
    contributions: [same, edited, withdrawn, heldBack, added],
    lastExport: {
      consultationId: 'c1',
      day: '2026-11-15',
      at: '2026-11-15T10:00:00.000Z',
      by: 'U09LEAD',
      fileName: '2026-11-15-eastmarsh-council-our-response.md',
      sha256: '',
      printed: before.map((one) => ({
        ref: contributionRef(one),
        hash: one.hash,
        place: `${one.themeId}/${one.kind ?? 'unsorted'}`,
      })),
    },
  });
  const page = draft(told);
  expect(part(page, '## What has changed')).toContain('made on 15 November 2026');
  expect(part(page, '### New since then')).toMatch(
    /^### New since then\n\n- \*\*Asha Khan\*\*.*: Came later\.\n$/,
  );
  expect(part(page, '### Edited since then')).toMatch(/: Says more now\.\n$/);
  expect(part(page, '### No longer there')).toContain(
    '- A reply by Ben Ode is no longer there. It was taken back.',
  );
  expect(part(page, '### No longer there')).toContain(
    '- A reply by Asha Khan is no longer there. Too early.',
  );
  expect(page).not.toContain('Nothing has changed.');
});

test('it shows similar and merged replies, and what is left out with its reason', () => {
  const page = draft(
    record([
      { text: 'Foster carers wait months for a specialist mental health assessment.', kind: 'concern' },
      {
        text: 'Specialist mental health assessments keep foster carers waiting for months.',
        kind: 'concern',
        authorId: 'U02BEN',
      },
      { text: 'Cap agency pay everywhere.', kind: 'concern' },
      { text: 'cap agency pay everywhere, please', kind: 'concern', authorId: 'U03CARA' },
      { text: 'Do not use this.', use: { inSubmission: false, reason: 'Too personal', decidedBy: null } },
    ]),
  );
  expect(part(page, '## Similar replies')).toMatch(
    /- Foster carers wait months.*Asha Khan.*\n {2}- Specialist mental.*Ben Ode/,
  );
  expect(part(page, '## Merged replies')).toMatch(
    /Asha Khan.*: Cap agency pay everywhere\.\n {2}- \*\*Cara Lim\*\*/,
  );
  expect(part(page, '## Left out')).toMatch(
    /Too personal\. It waits for an editor\.\n {2}- Do not use this\./,
  );
});
