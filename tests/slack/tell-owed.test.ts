import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createMetrics } from '../../src/metrics.ts';
import { createClients } from '../../src/slack/clients.ts';
import { slackLogger } from '../../src/slack/slack-logger.ts';
import { createTellOwed } from '../../src/slack/tell-owed.ts';
import { aConsultation } from '../store/records.ts';

const silent = slackLogger({ info: () => undefined, warn: () => undefined, error: () => undefined });
const notice = {
  consultation: aConsultation(),
  userId: 'U1',
  owed: { thin: [], toDecide: 1, held: 0 },
  timeLeft: null,
};

/** What becomes of a reminder when Slack's API is at this address. */
const toldAt = (apiUrl: string) =>
  createTellOwed(createClients('xoxb-1', apiUrl, silent, createMetrics()).posting, 'https://x')(notice);

const listening = async (server: Server): Promise<string> => {
  await once(server.listen(0, '127.0.0.1'), 'listening');
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/`;
};

describe('a reminder that Slack does not answer', () => {
  it('may be sent again when nobody was there to take it', async () => {
    const server = createServer();
    const address = await listening(server);
    await new Promise((closed) => server.close(closed));
    expect(await toldAt(address)).toBe('not sent');
    // Two addresses, both of them closed.
    expect(await toldAt(address.replace('127.0.0.1', 'localhost'))).toBe('not sent');
    expect(await toldAt('http://no-such-host.invalid/api/')).toBe('not sent');
  });

  it('is never sent again when it may have come in', async () => {
    const server = createServer((request) => request.socket.destroy());
    onTestFinished(() => void server.close());
    expect(await toldAt(await listening(server))).toBe('unsure');
  });
});
