import type { AllMiddlewareArgs, SlackViewMiddlewareArgs, ViewSubmitAction } from '@slack/bolt';
import { reviewerOf } from '../../domain/consultation.ts';
import { changeSettings, themesNotIn, themesStay } from '../../usecases/change-settings.ts';
import { seeSettings } from '../../usecases/see-consultation.ts';
import { tellReviewers } from '../../usecases/tell-reviewers.ts';
import { interactingActor } from '../actor.ts';
import { savedOrFieldError } from '../save-form.ts';
import type { Surroundings } from '../surroundings.ts';
import { ids } from '../ui/ids.ts';
import { parseConsultationForm } from '../ui/parse-consultation-form.ts';
import { consultationMetadataSchema, readJson } from '../ui/values.ts';

type Args = SlackViewMiddlewareArgs<ViewSubmitAction> & AllMiddlewareArgs;

/** “Settings” was sent. Themes that were added are posted. */
export const onSettingsForm =
  (slack: Surroundings) =>
  async ({ ack, body, view }: Args): Promise<void> => {
    const { deps, installation, background, reconciling } = slack;
    const actor = interactingActor(installation, body);
    const { consultationId, version } = readJson(consultationMetadataSchema, view.private_metadata);
    const saved = await savedOrFieldError(slack, ids.field.title, async () => {
      const standing = await seeSettings(deps, actor, { consultationId });
      const input = parseConsultationForm(view.state.values, deps.now().toISOString(), standing.deadline);
      if (!input.ok) return input;
      const dropped = themesNotIn(standing, input.value.themeIds);
      if (dropped.length > 0)
        return { ok: false as const, errors: { [ids.field.themes]: themesStay(dropped) } };
      const { packId, channelId, ...settings } = input.value;
      const changed = await changeSettings(deps, actor, { ...settings, consultationId, version });
      return { ok: true as const, value: { before: standing, now: changed } };
    });
    const result = saved.ok ? saved.value : saved;
    if (!result.ok) return ack({ response_action: 'errors', errors: result.errors });
    const { before, now } = result.value;
    if (reviewerOf(before) !== reviewerOf(now))
      void background.run('tell who reviews now', () => tellReviewers(deps, result.value));
    void reconciling.one(now);
    await ack();
  };
