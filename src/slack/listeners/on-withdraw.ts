import type { AllMiddlewareArgs, BlockAction, ButtonAction, SlackActionMiddlewareArgs } from '@slack/bolt';
import { withdrawContribution } from '../../usecases/withdraw-contribution.ts';
import { interactingActor } from '../actor.ts';
import type { Surroundings } from '../surroundings.ts';
import { plain, section } from '../ui/blocks.ts';
import { ids } from '../ui/ids.ts';
import { contributionValueSchema } from '../ui/values.ts';

const DONE =
  'Your reply is withdrawn: its words are out of our record and of the next draft. The message in Slack stays until you delete it there.';

/** “Withdraw”, in the form of a contribution or in the message to an author whose words a colleague added. */
export const onWithdraw =
  ({ deps, clients, installation }: Surroundings) =>
  async ({
    ack,
    action,
    body,
    respond,
  }: SlackActionMiddlewareArgs<BlockAction<ButtonAction>> & AllMiddlewareArgs): Promise<void> => {
    await ack();
    const key = { teamId: installation.teamId, ...contributionValueSchema.parse(action.value) };
    await withdrawContribution(deps, interactingActor(installation, body), { key });
    if (body.view === undefined) return void (await respond({ text: DONE, replace_original: true }));
    await clients.interactive.views.update({
      view_id: body.view.id,
      view: {
        type: 'modal',
        callback_id: ids.contributionForm,
        title: plain('Edit contribution'),
        close: plain('Done'),
        blocks: [section(DONE)],
      },
    });
  };
