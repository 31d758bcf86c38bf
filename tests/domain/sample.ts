import { type CaptureContext, captured, type Reply } from '../../src/domain/capture.ts';
import type { Consultation } from '../../src/domain/consultation.ts';
import type { Contribution } from '../../src/domain/contribution.ts';
import type { Cues } from '../../src/domain/cues.ts';
import type { Finding } from '../../src/domain/screening/finding.ts';
import { textHash } from '../../src/domain/text-hash.ts';

/** Few words, enough for rules; the shipped lists are tested with the packs. */
const cues: Cues = {
  kinds: [
    { kind: 'recommendation', labels: ['recommendation'], openings: ['we recommend'] },
    { kind: 'evidence', labels: ['evidence'], openings: [] },
  ],
  holdBack: ['off the record'],
  chatter: ['thanks'],
  endorsements: ['+1', 'thumbsup'],
  politeness: ['please'],
  negations: ['not'],
  ownFigures: ['our'],
  notOwnFigures: ['our view'],
};

export const consultation: Consultation = {
  id: 'V1',
  teamId: 'T1',
  channelId: 'C1',
  packId: 'test',
  title: 'Our response',
  respondingAs: 'Eastmarsh Council',
  capacity: 'organisation',
  deadline: '2026-11-30T17:00:00.000Z',
  timeZone: 'Europe/London',
  leadId: 'ULEAD',
  editorIds: ['UEDITOR'],
  approverIds: [],
  safeguardingReviewerId: null,
  keepMonths: 12,
  themes: [
    { id: 'funding', title: 'Funding', threadTs: '1795000000.000100' },
    { id: 'workforce', title: 'Workforce', threadTs: '1795000000.000200' },
  ],
  openingTs: '1795000000.000000',
  openedAt: '2026-11-20T09:00:00.000Z',
  closedAt: null,
  reopenedAt: null,
  closedSpells: [],
  lateNoticeTo: [],
  lateLookedAt: [],
  readAt: null,
  version: 0,
  expiredAt: null,
  unpostedToldAt: null,
};

/** A reply sent on 21 November 2026. */
export const reply = (text: string, over: Partial<Reply> = {}): Reply => ({
  teamId: 'T1',
  channelId: 'C1',
  threadTs: '1795000000.000100',
  messageTs: '1795254000.000100',
  authorId: 'UAUTHOR',
  text,
  files: [],
  editedTs: null,
  ...over,
});

export const contextOf = (one: Reply, findings: Finding[] = []): CaptureContext => ({
  consultation,
  themeId: 'funding',
  cues,
  hash: textHash(one.text),
  now: '2026-11-21T10:00:00.000Z',
  findings: () => findings,
  salt: `salt of ${findings.length}`,
  isRead: false,
});

export const taken = (current: Contribution | null, one: Reply, findings: Finding[] = []): Contribution =>
  captured(current, one, contextOf(one, findings));
