import type { AllMiddlewareArgs, BlockAction, ButtonAction, SlackActionMiddlewareArgs } from '@slack/bolt';
import type { Surroundings } from '../surroundings.ts';
import { appealForm } from '../ui/appeal-form.ts';
import { heldValueSchema } from '../ui/values.ts';

/** “This is not about a person”, in the message to an author or on top of the form of a held reply: asks why. */
export const onAppeal =
  ({ clients }: Surroundings) =>
  async ({
    ack,
    action,
    body,
  }: SlackActionMiddlewareArgs<BlockAction<ButtonAction>> & AllMiddlewareArgs): Promise<void> => {
    await ack();
    const { views } = clients.interactive;
    const form = { trigger_id: body.trigger_id, view: appealForm(heldValueSchema.parse(action.value)) };
    await (body.view === undefined ? views.open(form) : views.push(form));
  };
