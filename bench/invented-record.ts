import type { ConsultationRecord } from '../src/compile/record.ts';
import { captured } from '../src/domain/capture.ts';
import type { Consultation } from '../src/domain/consultation.ts';
import type { Contribution } from '../src/domain/contribution.ts';
import { createScreen } from '../src/domain/screening/screen.ts';
import { screenListsFor } from '../src/domain/screening/screen-lists-for.ts';
import { textHash } from '../src/domain/text-hash.ts';
import { loadPacks } from '../src/packs/load-packs.ts';
import { aConsultation } from '../tests/store/records.ts';
import { inventedTexts } from './invented-texts.ts';

/** Where in the stand-in workspace the replies were said. */
export type Setting = {
  teamId: string;
  channelId: string;
  leadId: string;
  authorIds: string[];
  openingTs: string;
  threads: { id: string; title: string; threadTs: string }[];
};

const OPENED = Date.parse('2026-11-02T09:00:00Z');
const HOUR_MS = 3_600_000;

/** Open until 2031, whenever this runs. */
const inventedConsultation = (packId: string, setting: Setting): Consultation =>
  aConsultation({
    id: 'bench',
    teamId: setting.teamId,
    channelId: setting.channelId,
    packId,
    deadline: '2031-03-31T17:00:00.000Z',
    leadId: setting.leadId,
    editorIds: [],
    themes: setting.threads,
    openingTs: setting.openingTs,
    openedAt: new Date(OPENED).toISOString(),
  });

/** A consultation with so many replies, read and screened as the app does, twenty seconds apart. */
export const inventedRecord = async (count: number, setting: Setting): Promise<ConsultationRecord> => {
  const { packs, cues, screenLists } = await loadPacks('templates');
  const [pack] = packs;
  if (pack === undefined) throw new Error('No pack is shipped.');
  const consultation = inventedConsultation(pack.id, setting);
  const screen = createScreen(screenListsFor(screenLists, pack), cues.holdBack);
  const { teamId, channelId, authorIds, threads } = setting;
  const recorded = (text: string, nth: number): Contribution => {
    const { id: themeId, threadTs } = threads[nth % threads.length] ?? { id: '', threadTs: '' };
    const sentAt = OPENED + HOUR_MS + nth * 20_000;
    const reply = {
      teamId,
      channelId,
      threadTs,
      messageTs: `${sentAt / 1000}.000100`,
      authorId: authorIds[nth % authorIds.length] ?? '',
      text,
      files: [],
      editedTs: null,
    };
    const now = new Date(sentAt + 1_000).toISOString();
    const findings = () => screen(text);
    const read = { findings, salt: '', isRead: false };
    const context = { consultation, themeId, cues, hash: textHash(text), now, ...read };
    return captured(null, reply, context);
  };
  return {
    consultation,
    pack,
    cues,
    screenLists,
    contributions: inventedTexts(count).map(recorded),
    people: authorIds.map((userId, nth) => ({
      teamId,
      userId,
      name: `Colleague ${nth + 1}`,
      erasedAt: null,
    })),
    workspaceUrl: 'https://eastmarsh.slack.com',
    day: '2026-11-21',
    lastExport: null,
  };
};
