import type { App, ReceiverEvent } from '@slack/bolt';
import type { Metrics, requestKinds } from '../metrics.ts';

type Watching = { metrics: Pick<Metrics, 'acks' | 'ackSeconds'>; newId(): string };

/**
 * Gives each request an id, under which all is logged that goes wrong on its behalf, and counts its ack: acked, failed
 * (so that Slack sends it again) or unanswered. To be put around what else holds the ack.
 */
export function watchRequests(app: App, { metrics, newId }: Watching): void {
  const processEvent = app.processEvent.bind(app);
  app.processEvent = async (event: ReceiverEvent) => {
    const startedAt = performance.now();
    const kind = kindOf(event.body);
    let isAcked = false;
    const ack: ReceiverEvent['ack'] = async (answer) => {
      await event.ack(answer);
      if (isAcked) return;
      isAcked = true;
      metrics.acks.add({ kind, outcome: 'acked' });
      metrics.ackSeconds.observe({ kind }, (performance.now() - startedAt) / 1000);
    };
    const customProperties = { ...event.customProperties, requestId: newId().slice(0, 8) };
    try {
      await processEvent({ ...event, ack, customProperties });
      if (!isAcked) metrics.acks.add({ kind, outcome: 'unanswered' });
    } catch (error) {
      if (!isAcked) metrics.acks.add({ kind, outcome: 'failed' });
      throw error;
    }
  };
}

const kindsByType: Record<string, (typeof requestKinds)[number]> = {
  block_actions: 'action',
  view_submission: 'view',
  view_closed: 'view',
  message_action: 'shortcut',
  shortcut: 'shortcut',
};

function kindOf(body: ReceiverEvent['body']): string {
  if (body.event !== undefined) return 'event';
  return body.command === undefined ? (kindsByType[String(body.type)] ?? 'other') : 'command';
}
