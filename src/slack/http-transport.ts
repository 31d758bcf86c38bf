import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { HTTPReceiver, type Logger, type Receiver } from '@slack/bolt';
import { SetupError } from '../domain/errors.ts';
import { health } from './health.ts';

/** How Slack reaches the app. */
export type Transport = {
  receiver: Receiver;
  /** Resolves, with the port that it listens on, when requests can come in. */
  start(): Promise<number>;
  /** Takes no more requests; resolves when those in hand are answered. */
  stop(): Promise<void>;
  /** Called whenever a connection to Slack is open again after it was not. */
  onConnected(then: () => void): void;
};

/** Signed requests at /slack/events; GET /health beside it. */
export function httpTransport(signingSecret: string, port: number, logger: Logger): Transport {
  const receiver = new HTTPReceiver({ signingSecret, customRoutes: [health], logger });
  let server: Server | null = null;
  return {
    receiver,
    async start() {
      server = (await receiver.start(port).catch(portTrouble(port))) as Server;
      return (server.address() as AddressInfo).port;
    },
    async stop() {
      const stopped = receiver.stop();
      // Slack keeps connections open; without this a stop waits for its next request.
      server?.closeIdleConnections();
      await stopped;
    },
    onConnected: () => undefined,
  };
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
