import type { AllMiddlewareArgs, BlockAction, ButtonAction, SlackActionMiddlewareArgs } from '@slack/bolt';
import { messageTsSchema, sentAt } from '../../domain/contribution.ts';
import { UserError } from '../../domain/errors.ts';
import type { Actor } from '../../domain/person.ts';
import type { ErasureReport } from '../../usecases/erase-data.ts';
import { eraseOwnData } from '../../usecases/erase-own-data.ts';
import { erasePerson } from '../../usecases/erase-person.ts';
import { interactingActor } from '../actor.ts';
import { personIn } from '../ask-erasure.ts';
import type { Surroundings } from '../surroundings.ts';
import { type MessageContent, note } from '../ui/blocks.ts';
import { erasureReport } from '../ui/erasure-messages.ts';

/** Erases up to the click, and gives whose it was, as the report says it. */
type Erase = (
  slack: Surroundings,
  actor: Actor,
  asked: { value: string; until: string },
) => Promise<{ report: ErasureReport; whose: string }>;

/** “Erase my words”, or an admin’s “Erase”: the report goes to whoever clicked, as a direct message, which stays, or else where they clicked. */
export const onErase =
  (slack: Surroundings, erase: Erase) =>
  async ({
    ack,
    action,
    body,
    respond,
  }: SlackActionMiddlewareArgs<BlockAction<ButtonAction>> & AllMiddlewareArgs): Promise<void> => {
    await ack();
    const actor = interactingActor(slack.installation, body);
    const until = sentAt(messageTsSchema.parse(action.action_ts));
    const { report, whose } = await erase(slack, actor, { value: action.value ?? '', until });
    // It is done: what goes wrong from here on must not say that it is not.
    const { background, clients } = slack;
    const message = erasureReport(report, whose);
    let answer: MessageContent = message;
    await background.run('tell what was erased', async () => {
      await clients.posting.chat.postMessage({ channel: actor.userId, ...message });
      answer = note('Done. What was erased is in your direct messages.');
    });
    void background.run('say that it is erased', () => respond({ ...answer, replace_original: true }));
  };

export const eraseOwn: Erase = async ({ deps }, actor, { until }) => ({
  report: await eraseOwnData(deps, actor, { until }),
  whose: 'you',
});

export const eraseSomebody: Erase = async ({ deps }, actor, { value, until }) => {
  const userId = personIn(value);
  if (userId === null) throw new UserError('This button names nobody. Type the command again.');
  return { report: await erasePerson(deps, actor, { userId, until }), whose: `<@${userId}>` };
};
