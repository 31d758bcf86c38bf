import type { AllMiddlewareArgs, SlackEventMiddlewareArgs } from '@slack/bolt';
import type { Surroundings } from '../surroundings.ts';

/** Somebody joined or left a channel: who may see its consultations is asked anew. */
export const onMembership =
  ({ members }: Surroundings) =>
  async ({
    event,
  }: SlackEventMiddlewareArgs<'member_joined_channel' | 'member_left_channel'> &
    AllMiddlewareArgs): Promise<void> => {
    members.forget(event.channel);
  };
