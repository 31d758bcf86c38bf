import type { Consultation } from '../domain/consultation.ts';
import { UserError } from '../domain/errors.ts';
import type { Deps } from './deps.ts';
import { noteAction } from './note-action.ts';
import { type ConsultationSettings, themesNamed } from './open-consultation.ts';
import { refuseBlocked } from './refuse-blocked.ts';
import { refuseReviewer } from './refuse-reviewer.ts';
import { onConsultation } from './use-case.ts';

/**
 * Changes what the form asks for. A theme that is ticked anew is added (announceConsultation posts it); one
 * that is open stays, because people may have replied in its thread. Pack and channel stay as they were.
 * `version`: of the consultation when the form was opened.
 */
export const changeSettings = onConsultation(
  'consultation.change',
  async (
    deps: Deps,
    consultation,
    input: ConsultationSettings & { consultationId: string; version: number },
    actor,
  ): Promise<Consultation> => {
    const { consultationId, themeIds, version, ...settings } = input;
    refuseBlocked(deps, consultation, { title: settings.title, respondingAs: settings.respondingAs });
    await refuseReviewer(deps, consultation.channelId, settings.safeguardingReviewerId);
    const dropped = themesNotIn(consultation, themeIds);
    if (dropped.length > 0) throw new UserError(themesStay(dropped));
    const chosen = themesNamed(deps, consultation.packId, themeIds);
    const changed = await deps.store.changeConsultation(consultationId, (current) => ({
      ...refusedUnlessSame(current, version),
      ...settings,
      version: version + 1,
      // A new deadline is a new chance to be late, and to be told.
      lateNoticeTo: settings.deadline === current.deadline ? current.lateNoticeTo : [],
      themes: [
        ...current.themes,
        ...chosen.filter(({ id }) => !current.themes.some((theme) => theme.id === id)),
      ],
    }));
    await noteAction(deps, { consultationId, by: actor.userId, what: 'changed settings' });
    return changed;
  },
);

/** A form that is older than the settings, or sent twice, must not turn them back. */
function refusedUnlessSame(current: Consultation, version: number): Consultation {
  if (current.version === version) return current;
  throw new UserError(
    'These settings were changed since you opened the form. Nothing was saved: open it again to see them.',
  );
}

/** Titles of open themes that a choice leaves out. */
export const themesNotIn = ({ themes }: Consultation, themeIds: string[]): string[] =>
  themes.filter(({ id }) => !themeIds.includes(id)).map(({ title }) => title);

/** Why they are not let go. */
export const themesStay = (titles: string[]): string =>
  `Already open, with a thread, and so to stay: ${titles.join(', ')}. Tick it again; a theme with no replies is left out of the submission.`;
