import type { AllMiddlewareArgs, SlackEventMiddlewareArgs } from '@slack/bolt';
import { recordReaction } from '../../usecases/record-reaction.ts';
import type { Surroundings } from '../surroundings.ts';

/** A reaction was put on a message or taken off it. */
export const onReaction =
  ({ deps, installation }: Surroundings) =>
  async ({
    event,
  }: SlackEventMiddlewareArgs<'reaction_added' | 'reaction_removed'> & AllMiddlewareArgs): Promise<void> => {
    if (event.item.type !== 'message') return;
    await recordReaction(deps, {
      key: { teamId: installation.teamId, channelId: event.item.channel, messageTs: event.item.ts },
      userId: event.user,
      reaction: event.reaction,
      on: event.type === 'reaction_added',
      eventTs: event.event_ts,
    });
  };
