import type { Consultation } from '../domain/consultation.ts';
import { type Deps, packOf } from './deps.ts';
import { lineOf } from './note-action.ts';
import { refuseTelling } from './refuse-blocked.ts';
import { refuseReviewer } from './refuse-reviewer.ts';
import { inChannel } from './use-case.ts';

/** What the form asks for, themes by their ids in the pack. */
export type ConsultationSettings = Pick<
  Consultation,
  | 'title'
  | 'respondingAs'
  | 'capacity'
  | 'deadline'
  | 'editorIds'
  | 'approverIds'
  | 'safeguardingReviewerId'
  | 'keepMonths'
> & { themeIds: string[] };

/** `formId`: Slack's id of the form, which becomes the consultation's: sent twice, it is still one. */
export type NewConsultation = ConsultationSettings & { packId: string; channelId: string; formId: string };

/** Opens a consultation in a channel; whoever opens it is its lead. announceConsultation posts it. */
export const openConsultation = inChannel(
  'consultation.open',
  async (deps: Deps, input: NewConsultation, actor): Promise<Consultation> => {
    const { themeIds, formId, ...settings } = input;
    refuseTelling(deps, input, input);
    await refuseReviewer(deps, input.channelId, input.safeguardingReviewerId);
    const consultation: Consultation = {
      ...settings,
      id: formId,
      teamId: deps.workspace.teamId,
      timeZone: packOf(deps, input.packId).zone ?? deps.timeZone,
      leadId: actor.userId,
      themes: themesNamed(deps, input.packId, themeIds),
      openingTs: null,
      openedAt: deps.now().toISOString(),
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
    const line = lineOf(deps, { consultationId: formId, by: actor.userId, what: 'opened' });
    return deps.store.addConsultation(consultation, [line]);
  },
);

/** The chosen themes in the pack's order, not yet posted. */
export const themesNamed = (deps: Deps, packId: string, themeIds: string[]): Consultation['themes'] =>
  packOf(deps, packId)
    .themes.filter(({ id }) => themeIds.includes(id))
    .map(({ id, title }) => ({ id, title, threadTs: null }));
