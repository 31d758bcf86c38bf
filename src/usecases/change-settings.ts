import type { Consultation } from '../domain/consultation.ts';
import { UserError } from '../domain/errors.ts';
import type { Deps } from './deps.ts';
import { type ConsultationSettings, themesNamed } from './open-consultation.ts';
import { onConsultation } from './use-case.ts';

/**
 * Changes what the form asks for. A theme that is ticked anew is added (announceConsultation posts it); one
 * that is open stays, because people may have replied in its thread. Pack and channel stay as they were.
 */
export const changeSettings = onConsultation(
  'consultation.change',
  async (
    deps: Deps,
    consultation,
    input: ConsultationSettings & { consultationId: string },
  ): Promise<Consultation> => {
    const { consultationId, themeIds, ...settings } = input;
    const dropped = themesNotIn(consultation, themeIds);
    if (dropped.length > 0) throw new UserError(themesStay(dropped));
    const chosen = themesNamed(deps, consultation.packId, themeIds);
    return deps.store.changeConsultation(consultationId, (current) => ({
      ...current,
      ...settings,
      // A new deadline is a new chance to be late, and to be told.
      lateNoticeTo: settings.deadline === current.deadline ? current.lateNoticeTo : [],
      themes: [
        ...current.themes,
        ...chosen.filter(({ id }) => !current.themes.some((theme) => theme.id === id)),
      ],
    }));
  },
);

/** Titles of open themes that a choice leaves out. */
export const themesNotIn = ({ themes }: Consultation, themeIds: string[]): string[] =>
  themes.filter(({ id }) => !themeIds.includes(id)).map(({ title }) => title);

/** Why they are not let go. */
export const themesStay = (titles: string[]): string =>
  `Already open, with a thread, and so to stay: ${titles.join(', ')}. Tick it again; a theme with no replies is left out of the submission.`;
