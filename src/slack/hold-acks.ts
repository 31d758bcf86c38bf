import type { App, ReceiverEvent } from '@slack/bolt';
import type { Background } from './background.ts';

/**
 * Makes Slack wait for the record: the answer to an event goes out only after its listeners are done, and
 * not at all when they fail, so that Slack sends the event again. Bolt would answer before they run.
 * Commands, clicks and forms answer for themselves, at once. Whatever is in hand is finished before a stop.
 * Also answered is Slack's word that it holds events back for a minute (Events API, rate limiting), which has no listener.
 */
export function holdAcks(app: App, background: Background): void {
  const processEvent = app.processEvent.bind(app);
  const processHeld = async (event: ReceiverEvent) => {
    await processEvent({ ...event, ack: async () => undefined });
    await event.ack();
  };
  const isHeld = ({ body }: ReceiverEvent) => body.event !== undefined || body.type === 'app_rate_limited';
  app.processEvent = (event: ReceiverEvent) =>
    background.holding(isHeld(event) ? processHeld(event) : processEvent(event));
}
