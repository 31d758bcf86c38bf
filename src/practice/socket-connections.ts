import type { Server } from 'node:http';
import { type WebSocket, WebSocketServer } from 'ws';
import type { Payload } from './payload.ts';

const closingMs = 200;

type Setting = {
  server: Server;
  appId: string;
  nextTicket: () => string;
  hear: (data: string) => void;
  changed: () => void;
};

/** The app's open connections: each let in with a ticket that works once, and greeted with `hello`. */
export const createConnections = ({ server, appId, nextTicket, hear, changed }: Setting) => {
  const tickets = new Set<string>();
  const open: WebSocket[] = [];
  const waiting = new Set<() => void>();
  const sockets = new WebSocketServer({ noServer: true });
  let turn = 0;
  let refusals = 0;

  const welcome = (socket: WebSocket): void => {
    open.push(socket);
    socket.on('message', (data) => hear(String(data)));
    socket.on('error', () => socket.terminate());
    socket.on('close', () => {
      open.splice(open.indexOf(socket), 1);
      changed();
    });
    say(socket, hello(open.length, appId));
    for (const goOn of waiting) goOn();
    waiting.clear();
    changed();
  };
  server.on('upgrade', (request, socket, head) => {
    const ticket = request.url?.split('ticket=')[1] ?? '';
    if (!tickets.delete(ticket)) return socket.destroy();
    if (refusals > 0) {
      refusals -= 1;
      return socket.end('HTTP/1.1 408 Request Timeout\r\nContent-Length: 0\r\nConnection: close\r\n\r\n');
    }
    return sockets.handleUpgrade(request, socket, head, welcome);
  });

  return {
    count: (): number => open.length,
    newTicket: (): string => {
      const ticket = nextTicket();
      tickets.add(ticket);
      return ticket;
    },
    /** One of the open connections, in turn; waits while there is none. */
    some: async (): Promise<WebSocket> => {
      turn += 1;
      let socket = open[turn % open.length];
      while (socket === undefined) {
        await new Promise<void>((resolve) => waiting.add(resolve));
        socket = open[0];
      }
      return socket;
    },
    sayToAll: (message: Payload): void => {
      for (const socket of open) say(socket, message);
    },
    /** Lets nobody in who comes with a good ticket, this many times. */
    refuseNext: (times: number): void => {
      refusals = times;
    },
    cut: (): void => {
      for (const socket of [...open]) socket.terminate();
    },
    stop: (): void => {
      for (const socket of open) {
        socket.close(1001);
        setTimeout(() => socket.terminate(), closingMs).unref();
      }
      sockets.close();
    },
  };
};

export const say = (socket: WebSocket, message: Payload): void => socket.send(JSON.stringify(message));

const hello = (connections: number, appId: string): Payload => ({
  type: 'hello',
  num_connections: connections,
  debug_info: { host: 'applink-practice', approximate_connection_time: 18_060 },
  connection_info: { app_id: appId },
});
