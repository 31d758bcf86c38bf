import type { AnyMiddlewareArgs } from '@slack/bolt';
import { UserError } from '../domain/errors.ts';
import type { Log } from '../log.ts';
import type { Clients } from './clients.ts';
import type { Listener } from './route-requests.ts';

/**
 * The one catch. A UserError is shown to the person it is written for; anything else is a bug: logged under a
 * reference, and said with it. A failed event is thrown on, so that it is not acked and Slack sends it again.
 */
export const replyWithErrors =
  (log: Log, clients: Clients, newId: () => string) =>
  (listener: Listener): Listener =>
  (args) =>
    listener(args).catch(async (error: unknown) => {
      const about = { reference: newId().slice(0, 8), request: args.context.requestId };
      if (isNews(error)) log.error('A request failed', error, about);
      if ('event' in args) throw error;
      const text = error instanceof UserError ? error.message : apology(about.reference);
      await tell(clients, placeOf(args.body), text).catch((failure: unknown) =>
        log.error('A person could not be told of an error', failure, about),
      );
    });

const isNews = (error: unknown): boolean => !(error instanceof UserError) || error.cause !== undefined;

/** Also what a form says on its field when it could not be saved. */
export const apology = (reference: string): string =>
  `Something went wrong in Soundings, and what you asked for was not done. Try again; if it happens again, give this reference to whoever runs it: ${reference}.`;

type SpeakTo = { userId: string; channelId: string | null };

function placeOf(body: AnyMiddlewareArgs['body']): SpeakTo {
  const { user_id, channel_id, user, channel } = body as {
    user_id?: string;
    channel_id?: string;
    user?: { id: string };
    channel?: { id: string };
  };
  return { userId: user_id ?? user?.id ?? '', channelId: channel_id ?? channel?.id ?? null };
}

/** Privately where they are; where the app cannot speak there, as a direct message. */
async function tell({ interactive }: Clients, { userId, channelId }: SpeakTo, text: string): Promise<void> {
  if (channelId !== null) {
    const told = await interactive.chat
      .postEphemeral({ channel: channelId, user: userId, text })
      .catch(() => ({ ok: false }));
    if (told.ok) return;
  }
  await interactive.chat.postMessage({ channel: userId, text });
}
