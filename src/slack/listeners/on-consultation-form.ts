import type { AllMiddlewareArgs, SlackViewMiddlewareArgs, ViewSubmitAction } from '@slack/bolt';

import { openConsultation } from '../../usecases/open-consultation.ts';
import { interactingActor } from '../actor.ts';
import { savedOrFieldError } from '../save-form.ts';
import { isOutside } from '../slack-error.ts';
import type { Surroundings } from '../surroundings.ts';
import { ids } from '../ui/ids.ts';
import { parseConsultationForm } from '../ui/parse-consultation-form.ts';

type Args = SlackViewMiddlewareArgs<ViewSubmitAction> & AllMiddlewareArgs;

/** “New consultation” was sent. It is saved before the form closes, so that nothing typed is lost; then posted. */
export const onConsultationForm =
  (slack: Surroundings) =>
  async ({ ack, body, view }: Args): Promise<void> => {
    const { deps, installation, reconciling } = slack;
    const actor = interactingActor(installation, body);
    const input = parseConsultationForm(view.state.values, deps.now().toISOString());
    if (!input.ok) return ack({ response_action: 'errors', errors: input.errors });
    const { packId, channelId, ...settings } = input.value;
    const pack = deps.packs.find(({ id }) => id === packId) ?? deps.packs[0];
    const channelError =
      channelId === null ? 'Choose a channel.' : await channelProblem(slack, channelId, actor.userId);
    if (channelError !== null || channelId === null || pack === undefined) {
      return ack({
        response_action: 'errors',
        errors: { [ids.field.channel]: channelError ?? 'Choose a channel.' },
      });
    }
    const saved = await savedOrFieldError(slack, ids.field.title, () =>
      openConsultation(deps, actor, { ...settings, packId: pack.id, channelId, formId: view.id }),
    );
    if (!saved.ok) return ack({ response_action: 'errors', errors: saved.errors });
    await ack();
    void reconciling.one(saved.value);
  };

/** The one Slack call before an ack: its client gives up after two seconds. */
async function channelProblem(
  { members, installation }: Surroundings,
  channelId: string,
  userId: string,
): Promise<string | null> {
  try {
    const inChannel = await members.of(channelId);
    if (!inChannel.has(installation.botUserId)) return APP_NOT_IN_CHANNEL;
    return inChannel.has(userId) ? null : 'You are not in this channel. Join it first, or choose another.';
  } catch (error) {
    return channelProblemOf(error);
  }
}

const APP_NOT_IN_CHANNEL =
  'Soundings is not in this channel. Type /invite @Soundings there, then send the form again.';

const channelProblemOf = (error: unknown): string =>
  isOutside(error)
    ? APP_NOT_IN_CHANNEL
    : 'Slack did not say in time who is in this channel. Send the form again.';
