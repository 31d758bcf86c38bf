import type { AllMiddlewareArgs, RespondFn, SlackCommandMiddlewareArgs } from '@slack/bolt';
import { UserError } from '../../domain/errors.ts';
import type { Actor } from '../../domain/person.ts';
import { listConsultations } from '../../usecases/list-consultations.ts';
import { actorOf } from '../actor.ts';
import { askBeforeErasing } from '../ask-erasure.ts';
import { consultationCommands } from '../consultation-commands.ts';
import { deliverOwnData } from '../deliver-own-data.ts';
import { openNewForm } from '../open-new-form.ts';
import type { Surroundings } from '../surroundings.ts';
import { chooseMessage } from '../ui/choose-message.ts';
import { helpMessage } from '../ui/help-message.ts';

/** `/soundings …`: acked at once, with the help where that is the answer; any other answer follows privately. */
export const onCommand =
  (slack: Surroundings) =>
  async ({ ack, command, respond }: SlackCommandMiddlewareArgs & AllMiddlewareArgs): Promise<void> => {
    const words = command.text.trim().toLowerCase().split(/\s+/).join(' ');
    const who = /^erase(?:\s+(.*))?$/is.exec(command.text.trim());
    if (words === '' || words === 'help') return ack(helpMessage(false));
    if (who === null && !isKnown(words)) return ack(helpMessage(true));
    await ack();
    const actor = actorOf(slack.installation, {
      userId: command.user_id,
      workspaceId: command.team_id,
      enterpriseId: command.enterprise_id,
    });
    if (words === 'new') return openNewForm(slack, actor, command.channel_id, command.trigger_id);
    if (words === 'me') return deliverOwnData(slack, actor, respond);
    if (who !== null) return askBeforeErasing(slack, actor, who[1] ?? '', respond);
    await onOneConsultation(slack, {
      words,
      actor,
      channelId: command.channel_id,
      triggerId: command.trigger_id,
      respond,
    });
  };

const isKnown = (words: string): boolean => ['new', 'me'].includes(words) || consultationCommands.has(words);

type Asked = { words: string; actor: Actor; channelId: string; triggerId: string; respond: RespondFn };

/** Runs on the channel's consultation; where it has several, asks which. */
async function onOneConsultation(slack: Surroundings, { channelId, ...asked }: Asked): Promise<void> {
  const consultations = await listConsultations(slack.deps, asked.actor, { channelId });
  const [only, ...more] = consultations;
  if (only === undefined) {
    throw new UserError('There is no consultation in this channel. Open one with `/soundings new`.');
  }
  if (more.length > 0) return void (await asked.respond(chooseMessage(asked.words, consultations)));
  await consultationCommands.get(asked.words)?.(slack, { ...asked, consultationId: only.id });
}
