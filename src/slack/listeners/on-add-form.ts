import type { AllMiddlewareArgs, SlackViewMiddlewareArgs, ViewSubmitAction } from '@slack/bolt';
import { addToConsultation } from '../../usecases/add-to-consultation.ts';
import { interactingActor } from '../actor.ts';
import type { Surroundings } from '../surroundings.ts';
import { chosenValue } from '../ui/form-state.ts';
import { ids } from '../ui/ids.ts';
import { messageMetadataSchema, placeSchema, readJson } from '../ui/values.ts';

/** “Add to consultation” was sent: the message is read again as it stands now, and recorded. */
export const onAddForm =
  ({ deps, clients, installation, background }: Surroundings) =>
  async ({
    ack,
    body,
    view,
  }: SlackViewMiddlewareArgs<ViewSubmitAction> & AllMiddlewareArgs): Promise<void> => {
    await ack();
    const message = readJson(messageMetadataSchema, view.private_metadata);
    const place = placeSchema.parse(chosenValue(view.state.values, ids.field.place));
    const actor = interactingActor(installation, body);
    await addToConsultation(deps, actor, { ...message, ...place });
    void background.run('say that it is recorded', () =>
      clients.interactive.chat.postEphemeral({ channel: message.channelId, user: actor.userId, text: DONE }),
    );
  };

const DONE = 'The message is recorded. “Edit contribution” on it changes its kind or theme.';
