import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export type Request = { path: string; headers: IncomingMessage['headers']; body: Buffer };
/** What goes back: an answer, or a connection that breaks. */
export type Reply = { status: number; headers?: Record<string, string>; body: unknown } | 'hang up';

/** Serves `answer` on a free port of this machine. */
export const serve = async (answer: (request: Request) => Promise<Reply>) => {
  const server = createServer((request, response) => {
    respond(request, response, answer).catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { server, url: `http://127.0.0.1:${port}`, stop: () => close(server) };
};

const respond = async (
  request: IncomingMessage,
  response: ServerResponse,
  answer: (request: Request) => Promise<Reply>,
): Promise<void> => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  const { headers, url = '/' } = request;
  const reply = await answer({ path: url, headers, body: Buffer.concat(chunks) });
  if (reply === 'hang up') {
    response.destroy();
    return;
  }
  const isText = typeof reply.body === 'string';
  response.writeHead(reply.status, {
    'content-type': isText ? 'text/plain' : 'application/json; charset=utf-8',
    ...reply.headers,
  });
  response.end(isText ? reply.body : JSON.stringify(reply.body));
};

const close = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
