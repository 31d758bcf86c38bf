import type { AllMiddlewareArgs, BlockAction, ButtonAction, SlackActionMiddlewareArgs } from '@slack/bolt';
import { interactingActor } from '../actor.ts';
import { consultationCommands } from '../consultation-commands.ts';
import type { Surroundings } from '../surroundings.ts';
import { choiceSchema, readJson } from '../ui/values.ts';

/** One of a channel's several consultations was chosen for a command. */
export const onChoice =
  (slack: Surroundings) =>
  async ({
    ack,
    action,
    body,
    respond,
  }: SlackActionMiddlewareArgs<BlockAction<ButtonAction>> & AllMiddlewareArgs): Promise<void> => {
    await ack();
    const { words, consultationId } = readJson(choiceSchema, action.value ?? '');
    const actor = interactingActor(slack.installation, body);
    await consultationCommands.get(words)?.(slack, {
      actor,
      consultationId,
      triggerId: body.trigger_id,
      respond,
    });
  };
