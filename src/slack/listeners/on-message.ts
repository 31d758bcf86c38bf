import type { AllMiddlewareArgs, SlackEventMiddlewareArgs } from '@slack/bolt';
import { learnNames } from '../../usecases/learn-names.ts';
import { recordReply } from '../../usecases/record-reply.ts';
import { removeReply } from '../../usecases/remove-reply.ts';
import { readMessageEvent } from '../read-message-event.ts';
import type { Surroundings } from '../surroundings.ts';

/** A message was written, edited or deleted somewhere the app is. */
export const onMessage =
  ({ deps, installation, background }: Surroundings) =>
  async ({ event }: SlackEventMiddlewareArgs<'message'> & AllMiddlewareArgs): Promise<void> => {
    const news = readMessageEvent(event, installation.teamId);
    if (news.is === 'said') {
      const { outcome } = await recordReply(deps, news.reply);
      if (outcome === 'recorded')
        void background.run('learn a name', () => learnNames(deps, { userIds: [news.reply.authorId] }));
    }
    if (news.is === 'deleted') await removeReply(deps, news.message);
  };
