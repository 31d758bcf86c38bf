import { type Consultation, reviewerOf } from '../domain/consultation.ts';
import { FieldError, UserError } from '../domain/errors.ts';
import type { Actor } from '../domain/person.ts';
import { isToExpire } from '../domain/retention.ts';
import type { Deps } from './deps.ts';
import { lineOf } from './note-action.ts';
import { type ConsultationSettings, themesNamed } from './open-consultation.ts';
import { refuseTelling } from './refuse-blocked.ts';
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
    refuseTelling(deps, consultation, settings);
    if (mayChooseReviewer(consultation, actor))
      await refuseReviewer(deps, consultation.channelId, settings.safeguardingReviewerId);
    const dropped = themesNotIn(consultation, themeIds);
    if (dropped.length > 0) throw new UserError(themesStay(dropped));
    const chosen = themesNamed(deps, consultation.packId, themeIds);
    const now = deps.now().toISOString();
    const change = (current: Consultation): Consultation => {
      refuseUnlessSame(current, version);
      if (isReviewerNew(current, { ...current, ...settings }) && !mayChooseReviewer(current, actor))
        throw new FieldError('safeguardingReviewer', NOT_YOURS);
      return refusedIfAtOnce(now, {
        ...current,
        ...settings,
        version: version + 1,
        // A new deadline is a new chance to be late, and to be told.
        lateNoticeTo: settings.deadline === current.deadline ? current.lateNoticeTo : [],
        themes: [
          ...current.themes,
          ...chosen.filter(({ id }) => !current.themes.some((theme) => theme.id === id)),
        ],
      });
    };
    const line = { consultationId, by: actor.userId };
    return deps.store.changeConsultation(consultationId, change, (before, changed) => [
      lineOf(deps, { ...line, what: 'changed settings' }),
      ...(isReviewerNew(before, changed) ? [lineOf(deps, { ...line, what: 'changed reviewer' })] : []),
    ]);
  },
);

const isReviewerNew = (before: Consultation, now: Consultation): boolean =>
  reviewerOf(before) !== reviewerOf(now);

/** Whoever sees what is held is chosen by those who are answerable for it, never by themselves. */
const mayChooseReviewer = (consultation: Consultation, { userId }: Actor): boolean =>
  userId === consultation.leadId || userId === reviewerOf(consultation);

const NOT_YOURS =
  'Only the lead and the present safeguarding reviewer can choose another. Leave it as it was, and ask one of them.';

/** A form that is older than the settings, or sent twice, must not turn them back. */
function refuseUnlessSame(current: Consultation, version: number): void {
  if (current.version === version) return;
  throw new UserError(
    'These settings were changed since you opened the form. Nothing was saved: open it again to see them.',
  );
}

/** Nobody means to delete every word by a choice in a form: with these settings the next look at the clock would. */
function refusedIfAtOnce(now: string, changed: Consultation): Consultation {
  if (!isToExpire(changed, now)) return changed;
  throw new FieldError('keep', AT_ONCE);
}

const AT_ONCE =
  'This would delete the words of every reply at once, for good. Choose longer; to take no more replies, close the consultation instead.';

/** Titles of open themes that a choice leaves out. */
export const themesNotIn = ({ themes }: Consultation, themeIds: string[]): string[] =>
  themes.filter(({ id }) => !themeIds.includes(id)).map(({ title }) => title);

/** Why they are not let go. */
export const themesStay = (titles: string[]): string =>
  `Already open, with a thread, and so to stay: ${titles.join(', ')}. Tick it again; a theme with no replies is left out of the submission.`;
