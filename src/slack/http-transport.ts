import type { Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { HTTPReceiver, type Logger, type Receiver } from '@slack/bolt';
import { SetupError } from '../domain/errors.ts';
import { endsWithin } from './ends-within.ts';
import { type Probes, probeRoutes } from './health.ts';
import { guardRequests } from './request-guard.ts';

/** How Slack reaches the app. */
export type Transport = {
  receiver: Receiver;
  /** Resolves, with the port that it listens on, when requests can come in. */
  start(): Promise<number>;
  /** Resolves when no more requests can come in; those in hand can still be answered. */
  refuse(): Promise<void>;
  /** Lets go of Slack: what is not answered now comes again. */
  disconnect(): Promise<void>;
  /** Whether what Slack sends now would come in. */
  isConnected(): boolean;
  /** Called whenever a connection to Slack is open again after it was not. */
  onConnected(then: () => void): void;
};

/** Slack waits three seconds for any answer; what is open after that is of no use to it. */
const CLOSING_MS = 5_000;

const EVENTS_PATH = '/slack/events';

type HttpParts = {
  signingSecret: string;
  port: number;
  probes: Probes;
  logger: Logger;
  wallClock(): Date;
};

/** Signed requests at /slack/events, and the probes beside it. */
export function httpTransport({ signingSecret, port, probes, logger, wallClock }: HttpParts): Transport {
  const receiver = new HTTPReceiver({
    signingSecret,
    // The guard has done it.
    signatureVerification: false,
    endpoints: EVENTS_PATH,
    customRoutes: probeRoutes(probes),
    logger,
  });
  guardRequests(receiver, { path: EVENTS_PATH, signingSecret, logger, now: wallClock });
  let server: Server | null = null;
  let refuse = async () => {};
  return {
    receiver,
    async start() {
      server = (await receiver.start(port).catch(portTrouble(port))) as Server;
      refuse = closing(server);
      return (server.address() as AddressInfo).port;
    },
    refuse: () => refuse(),
    disconnect: async () => undefined,
    isConnected: () => server?.listening === true,
    onConnected: () => undefined,
  };
}

/**
 * A way to close the server that answers what is in hand. Slack keeps connections open and busy: each is told
 * with its next answer that it ends there, or a stop would wait for as long as there are requests.
 */
function closing(server: Server): () => Promise<void> {
  const unanswered = new Set<ServerResponse>();
  server.prependListener('request', (_request, response) => {
    if (server.listening) unanswered.add(response);
    else endConnectionAfter(response);
    response.once('close', () => unanswered.delete(response));
  });
  return async () => {
    const closed = new Promise((resolve) => server.close(resolve));
    server.closeIdleConnections();
    for (const response of unanswered) endConnectionAfter(response);
    if (!(await endsWithin(CLOSING_MS, closed))) server.closeAllConnections();
  };
}

function endConnectionAfter(response: ServerResponse): void {
  if (!response.headersSent) response.setHeader('connection', 'close');
}

/** What to do about a port that cannot be listened on. */
export const portTrouble =
  (port: number) =>
  (cause: unknown): never => {
    throw new SetupError(
      `Port ${port} cannot be used: another program may have it. Set PORT to a free one.`,
      { cause },
    );
  };
