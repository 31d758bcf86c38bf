import type { AllMiddlewareArgs, MessageShortcut, SlackShortcutMiddlewareArgs } from '@slack/bolt';
import { openContribution } from '../../usecases/open-contribution.ts';
import { interactingActor } from '../actor.ts';
import type { Surroundings } from '../surroundings.ts';
import { contributionForm } from '../ui/contribution-form.ts';

/** “Edit contribution” on a recorded reply. */
export const onEditShortcut =
  ({ deps, clients, installation }: Surroundings) =>
  async ({
    ack,
    shortcut,
  }: SlackShortcutMiddlewareArgs<MessageShortcut> & AllMiddlewareArgs): Promise<void> => {
    await ack();
    const actor = interactingActor(installation, shortcut);
    const key = {
      teamId: installation.teamId,
      channelId: shortcut.channel.id,
      messageTs: shortcut.message_ts,
    };
    const found = await openContribution(deps, actor, { key });
    await clients.interactive.views.open({
      trigger_id: shortcut.trigger_id,
      view: contributionForm(found, actor.userId),
    });
  };
