import type { Server } from 'node:http';
import { fromJson, isPayload, type Payload } from './payload.ts';
import { createConnections, say } from './socket-connections.ts';
import type { Answer, Carry, Parcel, Retry } from './transport.ts';

type Setting = {
  server: Server;
  appId: string;
  answerWithinMs: number;
  nextId: (prefix: string) => string;
  changed: () => void;
};

/**
 * Slack's side of Socket Mode: an envelope for each thing sent, on any open connection, and its ack by
 * envelope id. Events wait for a connection; what a person does cannot.
 */
export const createSocketMode = ({ server, appId, answerWithinMs, nextId, changed }: Setting) => {
  const unanswered = new Map<string, (ack: unknown) => void>();
  const hear = (data: string): void => {
    const message = fromJson(data);
    if (isPayload(message)) unanswered.get(String(message.envelope_id))?.(message.payload ?? null);
  };
  const nextTicket = () => nextId('ticket-');
  const connections = createConnections({ server, appId, nextTicket, hear, changed });
  let isWanted = false;

  const carry: Carry = async (parcel, retry) => {
    const isEvent = parcel.kind === 'events_api';
    if (connections.count() === 0 && !isEvent) return { status: 0, ack: null, ms: 0 };
    const socket = await connections.some();
    const envelopeId = nextId('envelope-');
    const started = performance.now();
    const ack = await new Promise<unknown>((resolve) => {
      const tooLate = setTimeout(() => resolve(undefined), answerWithinMs);
      unanswered.set(envelopeId, (answer) => {
        clearTimeout(tooLate);
        resolve(answer);
      });
      say(socket, envelope(envelopeId, parcel, retry));
    });
    unanswered.delete(envelopeId);
    return answerOf(ack, Math.round(performance.now() - started));
  };

  return {
    carry,
    /** True once the app asked for a connection, whether or not it holds one now. */
    isWanted: () => isWanted,
    /** An address to connect to, once. */
    newAddress: (baseUrl: string): string => {
      isWanted = true;
      return `${baseUrl.replace('http', 'ws')}/link?ticket=${connections.newTicket()}`;
    },
    connections: connections.count,
    /** Asks every connection to go and come back, as Slack does about hourly. */
    refresh: (reason = 'refresh_requested'): void =>
      connections.sayToAll({ type: 'disconnect', reason, debug_info: {} }),
    /** Says that events are held back for a minute: an event's envelope without an event in it. */
    limitRate: (): void =>
      connections.sayToAll(
        envelope(nextId('envelope-'), { kind: 'events_api', body: { type: 'app_rate_limited' } }, undefined),
      ),
    /** Cuts every connection without a word. */
    cut: connections.cut,
    refuseNext: connections.refuseNext,
    stop: connections.stop,
  };
};

export type SocketMode = ReturnType<typeof createSocketMode>;

const envelope = (envelopeId: string, { kind, body }: Parcel, retry: Retry | undefined): Payload => ({
  envelope_id: envelopeId,
  type: kind,
  accepts_response_payload: kind !== 'events_api',
  payload: body,
  ...(kind === 'events_api' ? { retry_attempt: retry?.number ?? 0, retry_reason: retry?.reason ?? '' } : {}),
});

const answerOf = (ack: unknown, ms: number): Answer => {
  if (ack === undefined) return { status: 0, ack: null, ms };
  const isEmpty = isPayload(ack) && Object.keys(ack).length === 0;
  return { status: 200, ack: isEmpty ? null : ack, ms };
};
