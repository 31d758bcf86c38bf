import type { ConsultationRecord } from '../../src/compile/record.ts';
import type { Consultation } from '../../src/domain/consultation.ts';
import type { Contribution } from '../../src/domain/contribution.ts';
import { kindOf } from '../../src/domain/read-cues.ts';
import { textHash } from '../../src/domain/text-hash.ts';
import { loadPacks } from '../../src/packs/load-packs.ts';

/** The pack and word lists that are shipped. */
const shipped = await loadPacks('templates');
export const {
  packs: [shippedPack],
  cues,
} = shipped;
const { screenLists } = shipped;

/** A reply as a test tells of it; what it leaves out is ordinary. */
export type Told = Partial<Omit<Contribution, 'wording'>> & {
  text: string;
  /** An editor's wording, written for the text as it is. */
  wording?: string | Contribution['wording'] | undefined;
};

/** The nth reply: a minute after the one before, its kind from its own words, as the app would record it. */
export function contribution({ wording, ...told }: Told, nth = 0): Contribution {
  const hash = textHash(told.text);
  const kind = kindOf(told.text, cues);
  const ordinary: Contribution = {
    text: told.text,
    consultationId: 'c1',
    teamId: 'T01',
    channelId: 'C01RESPONSE',
    threadTs: '1794300000.000100',
    messageTs: `${1794300000 + 60 * (nth + 1)}.000100`,
    themeId: 'funding',
    authorId: 'U01ASHA',
    addedBy: null,
    hash,
    files: [],
    kind,
    kindFrom: kind === null ? null : 'words',
    chatter: false,
    late: false,
    state: 'standing',
    use: { inSubmission: true, reason: '', decidedBy: null },
    wording:
      typeof wording === 'string'
        ? { typed: wording, text: wording, by: 'U09LEAD', ofHash: hash }
        : (wording ?? null),
    endorsers: [],
    reactions: [],
    editedTs: null,
    revisions: [],
    recordedAt: '2026-11-10T09:00:00.000Z',
    version: 0,
    warnings: [],
    held: null,
    cleared: null,
  };
  return { ...ordinary, ...told };
}

export const consultation: Consultation = {
  id: 'c1',
  teamId: 'T01',
  channelId: 'C01RESPONSE',
  packId: 'care-review-call-for-advice',
  title: 'Our response',
  respondingAs: 'Eastmarsh Council',
  capacity: 'organisation',
  deadline: '2026-11-30T17:00:00.000Z',
  timeZone: 'Europe/London',
  leadId: 'U09LEAD',
  editorIds: [],
  approverIds: [],
  safeguardingReviewerId: null,
  keepMonths: 24,
  themes: [
    { id: 'funding', title: 'Funding', threadTs: '1794300000.000100' },
    { id: 'workforce', title: 'Workforce', threadTs: '1794300000.000200' },
    { id: 'thresholds', title: 'Thresholds', threadTs: '1794300000.000300' },
    { id: 'camhs', title: 'CAMHS', threadTs: '1794300000.000400' },
  ],
  openingTs: '1794300000.000000',
  openedAt: '2026-11-10T08:00:00.000Z',
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

/** A record of the shipped pack with these replies; `changes` replaces whole parts of it. */
export function record(replies: Told[], changes: Partial<ConsultationRecord> = {}): ConsultationRecord {
  if (shippedPack === undefined) throw new Error('no pack is shipped');
  return {
    consultation,
    pack: shippedPack,
    cues,
    screenLists,
    contributions: replies.map(contribution),
    people: [
      { teamId: 'T01', userId: 'U01ASHA', name: 'Asha Khan', erasedAt: null },
      { teamId: 'T01', userId: 'U02BEN', name: 'Ben Ode', erasedAt: null },
      { teamId: 'T01', userId: 'U03CARA', name: 'Cara Lim', erasedAt: null },
      { teamId: 'T01', userId: 'U04DEWI', name: 'Dewi Price', erasedAt: null },
      { teamId: 'T01', userId: 'U05EVA', name: 'Eva Novak', erasedAt: null },
      { teamId: 'T01', userId: 'U06FEMI', name: 'Femi Bello', erasedAt: null },
      { teamId: 'T01', userId: 'U09LEAD', name: 'Leah Marsh', erasedAt: null },
    ],
    workspaceUrl: 'https://eastmarsh.slack.com',
    day: '2026-11-21',
    lastExport: null,
    ...changes,
  };
}
