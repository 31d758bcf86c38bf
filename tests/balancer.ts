import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { onTestFinished } from 'vitest';

type Way = 'in turn' | 'to all';

/**
 * Stands before replicas: sends each request to the next of them, or the same one to all at once, and then takes the worst
 * answer for the answer.
 */
export async function startBalancer(addresses: string[]) {
  let way: Way = 'in turn';
  let turn = 0;
  const chosen = (): string[] => {
    turn += 1;
    return way === 'to all' ? addresses : addresses.slice(turn % addresses.length).slice(0, 1);
  };
  const server = createServer(async (request, response) => {
    const body = await buffer(request);
    const answers = await Promise.all(
      chosen().map((address) => pass(address, request, body).catch(() => away)),
    );
    const worst = answers.toSorted((one, other) => other.status - one.status)[0];
    response.writeHead(worst?.status ?? 502, { 'content-type': worst?.type }).end(worst?.text);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/slack/events`,
    sends: (next: Way): void => {
      way = next;
    },
  };
}

/** As balancers answer for a replica that has stopped. */
const away = { status: 502, type: 'text/plain', text: '' };

async function pass(address: string, { headers }: IncomingMessage, body: Buffer) {
  const kept = Object.entries(headers).flatMap(([name, value]): [string, string][] =>
    /^(?:x-slack-|content-type|user-agent)/.test(name) ? [[name, String(value)]] : [],
  );
  const answer = await fetch(address, { method: 'POST', headers: kept, body: new Uint8Array(body) });
  return {
    status: answer.status,
    type: answer.headers.get('content-type') ?? 'text/plain',
    text: await answer.text(),
  };
}
