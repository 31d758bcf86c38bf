import type { LoggedAction } from '../../src/domain/action-log.ts';
import type { Consultation, ExportRecord } from '../../src/domain/consultation.ts';
import type { Contribution, ContributionKey } from '../../src/domain/contribution.ts';
import type { Person } from '../../src/domain/person.ts';
import type { Telling } from '../../src/domain/reminders.ts';

export const aConsultation = (changes: Partial<Consultation> = {}): Consultation => ({
  id: 'care-review',
  teamId: 'T1',
  channelId: 'C1',
  packId: 'care-review-call-for-advice',
  title: 'Our response',
  respondingAs: 'Eastmarsh Council',
  capacity: 'organisation',
  deadline: '2026-12-01T12:00:00.000Z',
  timeZone: 'Europe/London',
  leadId: 'U1',
  editorIds: ['U1'],
  approverIds: [],
  safeguardingReviewerId: null,
  keepMonths: 12,
  themes: [{ id: 'funding', title: 'Funding', threadTs: '1616161616.000100' }],
  openingTs: '1616161615.000100',
  openedAt: '2026-11-01T12:00:00.000Z',
  closedAt: null,
  reopenedAt: null,
  closedSpells: [],
  lateNoticeTo: [],
  lateLookedAt: [],
  readAt: null,
  version: 0,
  expiredAt: null,
  unpostedToldAt: null,
  ...changes,
});

export const aContribution = (changes: Partial<Contribution> = {}): Contribution => ({
  consultationId: 'care-review',
  teamId: 'T1',
  channelId: 'C1',
  threadTs: '1616161616.000100',
  messageTs: '1616161700.000100',
  themeId: 'funding',
  authorId: 'U2',
  addedBy: null,
  text: 'Multi-year settlements, please.',
  hash: 'a'.repeat(64),
  files: [],
  kind: null,
  kindFrom: null,
  chatter: false,
  late: false,
  state: 'standing',
  use: { inSubmission: true, reason: '', decidedBy: null },
  wording: null,
  endorsers: [],
  reactions: [],
  editedTs: null,
  revisions: [],
  recordedAt: '2026-11-02T12:00:00.000Z',
  version: 0,
  warnings: [],
  held: null,
  cleared: null,
  ...changes,
});

export const keyOf = ({ teamId, channelId, messageTs }: ContributionKey): ContributionKey => ({
  teamId,
  channelId,
  messageTs,
});

/** Messages of one channel, a second apart. */
export const someContributions = (count: number, changes: Partial<Contribution> = {}): Contribution[] =>
  Array.from({ length: count }, (_, second) =>
    aContribution({ messageTs: `${1616170000 + second}.000100`, ...changes }),
  );

export const anExport = (changes: Partial<ExportRecord> = {}): ExportRecord => ({
  consultationId: 'care-review',
  day: '2026-11-21',
  at: '2026-11-21T09:00:00.000Z',
  by: 'U1',
  fileName: '2026-11-21-eastmarsh-council-our-response.md',
  sha256: 'b'.repeat(64),
  printed: [{ ref: 'C1:1616161700.000100', hash: 'a'.repeat(64), place: 'funding/position' }],
  ...changes,
});

export const aPerson = (changes: Partial<Person> = {}): Person => ({
  teamId: 'T1',
  userId: 'U1',
  name: 'Al',
  erasedAt: null,
  ...changes,
});

export const anAction = (changes: Partial<LoggedAction> = {}): LoggedAction => ({
  consultationId: 'care-review',
  at: '2026-11-02T12:00:00.000Z',
  by: 'U2',
  what: 'recorded',
  on: 'C1:1616161700.000100',
  sha256: null,
  ...changes,
});

export const aTelling = (changes: Partial<Telling> = {}): Telling => ({
  moment: '2026-11-24T09:30:00.000Z',
  at: '2026-11-24T09:30:12.000Z',
  outcome: 'sent',
  ...changes,
});

/** Lines of one log, each on a message of its own. */
export const someActions = (count: number, changes: Partial<LoggedAction> = {}): LoggedAction[] =>
  Array.from({ length: count }, (_, second) =>
    anAction({ on: `C1:${1616170000 + second}.000100`, ...changes }),
  );
