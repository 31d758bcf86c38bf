import type { AllMiddlewareArgs, MessageShortcut, SlackShortcutMiddlewareArgs } from '@slack/bolt';
import { UserError } from '../../domain/errors.ts';
import { offerConsultations } from '../../usecases/offer-consultations.ts';
import { interactingActor } from '../actor.ts';
import type { Surroundings } from '../surroundings.ts';
import { addForm } from '../ui/add-form.ts';

/** “Add to consultation” on any message: offers the open consultations whose channel the person is in. */
export const onAddShortcut =
  ({ deps, clients, installation }: Surroundings) =>
  async ({
    ack,
    shortcut,
  }: SlackShortcutMiddlewareArgs<MessageShortcut> & AllMiddlewareArgs): Promise<void> => {
    await ack();
    if (isDirect(shortcut.channel))
      throw new UserError('Direct messages stay private: nothing from them can be added.');
    const actor = interactingActor(installation, shortcut);
    const offered = await offerConsultations(deps, { actor });
    if (offered.length === 0) {
      throw new UserError(
        'There is no open consultation in a channel you are in, so there is nothing to add this to.',
      );
    }
    const { thread_ts } = shortcut.message as { thread_ts?: string };
    const message = {
      channelId: shortcut.channel.id,
      messageTs: shortcut.message_ts,
      threadTs: thread_ts ?? null,
    };
    await clients.interactive.views.open({
      trigger_id: shortcut.trigger_id,
      view: addForm(offered, message),
    });
  };

/** Slack names them so in interactions; the app has no scope to ask about them. */
const isDirect = ({ id, name }: { id: string; name: string }): boolean =>
  id.startsWith('D') || name === 'directmessage' || name.startsWith('mpdm-');
