import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Logger, SocketModeReceiver } from '@slack/bolt';
import { WebClient } from '@slack/web-api';
import { endsWithin } from './ends-within.ts';
import { type Probes, probeRoutes, serveRoutes } from './health.ts';
import { portTrouble, type Transport } from './http-transport.ts';
import { checkAppToken } from './installation.ts';

/** Keeps trying for ever, at most half a minute apart: the default waits ever longer (measured: 12 minutes). */
const RECONNECT = { forever: true, maxTimeout: 30_000 };
/** At the start somebody looks on, and is told. */
const FIRST_TRY = { retryConfig: { retries: 2 }, timeout: 10_000 };
/** Slack answers a closing socket at once. */
const CLOSING_MS = 2_000;

type SocketParts = {
  appToken: string;
  port: number;
  probes: Probes;
  slackApiUrl: string | null;
  /** How long the socket may be silent, and how long to wait before opening it again. */
  reconnectMs: number;
  logger: Logger;
};

/** A web socket that the app opens itself; an HTTP server beside it for the probes only. */
export function socketTransport({
  appToken,
  port,
  probes,
  slackApiUrl,
  reconnectMs,
  logger,
}: SocketParts): Transport {
  const slack = { logger, ...(slackApiUrl === null ? {} : { slackApiUrl }) };
  const receiver = new SocketModeReceiver({
    appToken,
    logger,
    clientPingTimeout: reconnectMs,
    installerOptions: { clientOptions: { ...slack, retryConfig: RECONNECT } },
  });
  const deafen = guardMessages(receiver.client, logger);
  const server = createServer(serveRoutes(probeRoutes(probes)));
  return {
    receiver,
    async start() {
      await new Promise<void>((resolve, reject) => server.once('error', reject).listen(port, resolve)).catch(
        portTrouble(port),
      );
      await checkAppToken(new WebClient(appToken, { ...slack, ...FIRST_TRY }));
      await receiver.start();
      return (server.address() as AddressInfo).port;
    },
    refuse: async () => deafen(),
    async disconnect() {
      // Each attempt to connect that came to nothing still waits for this, to reject unheard (socket-mode 3.1.0).
      receiver.client.removeAllListeners('disconnected');
      await endsWithin(CLOSING_MS, receiver.client.disconnect());
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
    isConnected: () =>
      receiver.client.listenerCount('ws_message') > 0 && receiver.client.websocket?.isActive() === true,
    onConnected: (then) => void receiver.client.on('connected', then),
  };
}

/**
 * Stands before the client's own listener, which rejects unheard, and so ends the process, when Slack says
 * `app_rate_limited`: an event's envelope without an event (socket-mode 3.1.0). Returns what stops listening:
 * an envelope that is not taken is not acked, and Slack sends it again.
 */
function guardMessages(client: SocketModeReceiver['client'], logger: Logger): () => void {
  const take = client.listeners('ws_message');
  client.removeAllListeners('ws_message');
  client.on('ws_message', (...message: unknown[]) => {
    for (const each of take) Promise.resolve(each(...message)).catch((error) => logger.error(error));
  });
  return () => void client.removeAllListeners('ws_message');
}
