import type { AllMiddlewareArgs, SlackViewMiddlewareArgs, ViewSubmitAction } from '@slack/bolt';
import { appealHeld } from '../../usecases/appeal-held.ts';
import { tellReviewer } from '../../usecases/tell-reviewer.ts';
import { interactingActor } from '../actor.ts';
import { savedOrFieldError } from '../save-form.ts';
import type { Surroundings } from '../surroundings.ts';
import { appealSent, parseAppealForm } from '../ui/appeal-form.ts';
import { ids } from '../ui/ids.ts';
import { appealMetadataSchema, readJson } from '../ui/values.ts';

/** An author said why a held reply is not about a person: kept, then passed on to the reviewer. */
export const onAppealForm =
  (slack: Surroundings) =>
  async ({
    ack,
    body,
    view,
  }: SlackViewMiddlewareArgs<ViewSubmitAction> & AllMiddlewareArgs): Promise<void> => {
    const { deps, installation, background } = slack;
    const { seal, ...message } = readJson(appealMetadataSchema, view.private_metadata);
    const reason = parseAppealForm(view.state.values);
    if (!reason.ok) return ack({ response_action: 'errors', errors: reason.errors });
    const key = { teamId: installation.teamId, ...message };
    const saved = await savedOrFieldError(slack, ids.field.reason, () =>
      appealHeld(deps, interactingActor(installation, body), { key, seal, reason: reason.value }),
    );
    if (!saved.ok) return ack({ response_action: 'errors', errors: saved.errors });
    await ack({ response_action: 'update', view: appealSent });
    void background.run('tell a reviewer', () => tellReviewer(deps, { key }));
  };
