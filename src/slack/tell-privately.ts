import type { AnyMiddlewareArgs } from '@slack/bolt';
import type { Block, KnownBlock } from '@slack/types';
import type { Clients } from './clients.ts';

/** Somebody who did something, and where; null: nowhere in particular, as in a form. */
type SpeakTo = { userId: string; channelId: string | null };
export type Message = { text: string; blocks?: (Block | KnownBlock)[] };

/** Who sent a request, and from where. */
export function placeOf(body: AnyMiddlewareArgs['body']): SpeakTo {
  const { user_id, channel_id, user, channel } = body as {
    user_id?: string;
    channel_id?: string;
    user?: { id: string };
    channel?: { id: string };
  };
  return { userId: user_id ?? user?.id ?? '', channelId: channel_id ?? channel?.id ?? null };
}

/** Privately where they are; where the app cannot speak there, as a direct message. Throws Slack's error when neither can be. */
export async function tellPrivately(
  { interactive }: Clients,
  { userId, channelId }: SpeakTo,
  message: Message,
): Promise<void> {
  if (channelId !== null) {
    const told = await interactive.chat
      .postEphemeral({ channel: channelId, user: userId, ...message })
      .catch(() => ({ ok: false }));
    if (told.ok) return;
  }
  await interactive.chat.postMessage({ channel: userId, ...message });
}
