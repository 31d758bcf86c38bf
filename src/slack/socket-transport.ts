import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Logger, SocketModeReceiver } from '@slack/bolt';
import { health } from './health.ts';
import { portTrouble, type Transport } from './http-transport.ts';

/** Keeps trying for ever, at most half a minute apart: the default waits ever longer (measured: 12 minutes). */
const RECONNECT = { forever: true, maxTimeout: 30_000 };

type SocketParts = {
  appToken: string;
  port: number;
  slackApiUrl: string | null;
  /** How long the socket may be silent, and how long to wait before opening it again. */
  reconnectMs: number;
  logger: Logger;
};

/** A web socket that the app opens itself; an HTTP server beside it for GET /health only. */
export function socketTransport({
  appToken,
  port,
  slackApiUrl,
  reconnectMs,
  logger,
}: SocketParts): Transport {
  const receiver = new SocketModeReceiver({
    appToken,
    logger,
    clientPingTimeout: reconnectMs,
    installerOptions: {
      clientOptions: { retryConfig: RECONNECT, ...(slackApiUrl === null ? {} : { slackApiUrl }) },
    },
  });
  const server = createServer((request, response) => {
    if (request.method === 'GET' && request.url === health.path)
      return health.handler(request as never, response);
    response.writeHead(404).end();
  });
  return {
    receiver,
    async start() {
      await new Promise<void>((resolve, reject) => server.once('error', reject).listen(port, resolve)).catch(
        portTrouble(port),
      );
      await receiver.start();
      return (server.address() as AddressInfo).port;
    },
    async stop() {
      await receiver.stop();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
    onConnected: (then) => void receiver.client.on('connected', then),
  };
}
