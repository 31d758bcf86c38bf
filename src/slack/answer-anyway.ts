import type { RespondFn } from '@slack/bolt';
import type { Log } from '../log.ts';
import type { Clients } from './clients.ts';
import type { Listener } from './route-requests.ts';
import { type Message, placeOf, tellPrivately } from './tell-privately.ts';

/**
 * An answer that its response_url does not take reaches the person another way, in place of an error that says that nothing
 * was done: the address is on a host of its own, which a firewall may not let through, and ends after half an hour.
 */
export const answerAnyway =
  (log: Log, clients: Clients) =>
  (listener: Listener): Listener =>
  (args) => {
    if (!('respond' in args)) return listener(args);
    const respond: RespondFn = async (answer) => {
      try {
        return await args.respond(answer);
      } catch {
        log.warn('Slack took no answer at its response_url', { request: String(args.context.requestId) });
        await tellPrivately(clients, placeOf(args.body), messageIn(answer));
        return new Response();
      }
    };
    return listener({ ...args, respond });
  };

function messageIn(answer: Parameters<RespondFn>[0]): Message {
  if (typeof answer === 'string') return { text: answer };
  const { text = '' } = answer;
  return 'blocks' in answer ? { text, blocks: answer.blocks } : { text };
}
