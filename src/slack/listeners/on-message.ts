import type { AllMiddlewareArgs, SlackEventMiddlewareArgs } from '@slack/bolt';
import { learnNames } from '../../usecases/learn-names.ts';
import { recordReply } from '../../usecases/record-reply.ts';
import { removeReply } from '../../usecases/remove-reply.ts';
import { tellHeld } from '../../usecases/tell-held.ts';
import { tellLateConcern } from '../../usecases/tell-late-concern.ts';
import { readMessageEvent } from '../read-message-event.ts';
import type { Surroundings } from '../surroundings.ts';

/** A message was written, edited or deleted somewhere the app is. */
export const onMessage =
  ({ deps, installation, background }: Surroundings) =>
  async ({ event }: SlackEventMiddlewareArgs<'message'> & AllMiddlewareArgs): Promise<void> => {
    const news = readMessageEvent(event, installation);
    if (news.is === 'said') {
      const { reply } = news;
      const result = await recordReply(deps, reply);
      const { outcome } = result;
      if (outcome === 'held') {
        const { channelId, messageTs } = reply;
        const key = `tell of ${channelId}:${messageTs}`;
        void background.run('tell an author what is held', () => tellHeld(deps, { key: reply }), key);
      }
      if (result.outcome === 'late')
        void background.run('tell a late author where to take it', () =>
          tellLateConcern(deps, { ...result, reply }),
        );
      if (outcome === 'recorded')
        void background.run('learn a name', () => learnNames(deps, { userIds: [reply.authorId] }));
    }
    if (news.is === 'deleted') await removeReply(deps, news.message);
  };
