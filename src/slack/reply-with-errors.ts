import { UserError } from '../domain/errors.ts';
import type { Log } from '../log.ts';
import type { Clients } from './clients.ts';
import type { Listener } from './route-requests.ts';
import { placeOf, tellPrivately } from './tell-privately.ts';

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
      await tellPrivately(clients, placeOf(args.body), { text }).catch((failure: unknown) =>
        log.error('A person could not be told of an error', failure, about),
      );
    });

const isNews = (error: unknown): boolean => !(error instanceof UserError) || error.cause !== undefined;

/** Also what a form says on its field when it could not be saved. */
export const apology = (reference: string): string =>
  `Something went wrong in Soundings, and what you asked for was not done. Try again; if it happens again, give this reference to whoever runs it: ${reference}.`;
