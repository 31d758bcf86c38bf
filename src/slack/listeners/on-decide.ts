import type { AllMiddlewareArgs, BlockAction, ButtonAction, SlackActionMiddlewareArgs } from '@slack/bolt';
import { openContribution } from '../../usecases/open-contribution.ts';
import { interactingActor } from '../actor.ts';
import type { Surroundings } from '../surroundings.ts';
import { contributionForm } from '../ui/contribution-form.ts';
import { contributionValueSchema } from '../ui/values.ts';

/** “Decide” beside a contribution that waits, in the status of an editor. */
export const onDecide =
  ({ deps, clients, installation }: Surroundings) =>
  async ({
    ack,
    action,
    body,
  }: SlackActionMiddlewareArgs<BlockAction<ButtonAction>> & AllMiddlewareArgs): Promise<void> => {
    await ack();
    const actor = interactingActor(installation, body);
    const key = { teamId: installation.teamId, ...contributionValueSchema.parse(action.value) };
    const found = await openContribution(deps, actor, { key });
    await clients.interactive.views.open({
      trigger_id: body.trigger_id,
      view: contributionForm(found, actor.userId),
    });
  };
