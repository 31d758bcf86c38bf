import type { IncomingMessage, ServerResponse } from 'node:http';
import type { CustomRoute } from '@slack/bolt';

/** What whoever runs it, or a program of theirs, may ask. */
export type Probes = {
  /** Why replies cannot be taken in now, in sentences; none when they can. */
  troubles(): Promise<string[]>;
  /** The metrics, in the text format of Prometheus. */
  scrape(): Promise<string>;
};

/**
 * GET /health: the process is up and answers. GET /ready: replies can be taken in; 503 with the reasons otherwise. GET
 * /metrics. None of them tells anyone's words, names or ids, and none asks who asks.
 */
export const probeRoutes = ({ troubles, scrape }: Probes): CustomRoute[] => [
  answering('/health', async () => json(200, { status: 'ok' })),
  answering('/ready', async () => {
    const reasons = await troubles();
    return reasons.length === 0
      ? json(200, { status: 'ready' })
      : json(503, { status: 'not ready', reasons });
  }),
  answering('/metrics', async () => ({
    status: 200,
    type: 'text/plain; version=0.0.4; charset=utf-8',
    body: await scrape(),
  })),
];

type Answer = { status: number; type: string; body: string };

const json = (status: number, body: unknown): Answer => ({
  status,
  type: 'application/json',
  body: `${JSON.stringify(body)}\n`,
});

/** What a handler of Bolt's throws would end the process. */
const answering = (path: string, answer: () => Promise<Answer>): CustomRoute => ({
  path,
  method: 'GET',
  handler: (_request, response) => {
    answer().then(
      ({ status, type, body }) => response.writeHead(status, { 'content-type': type }).end(body),
      () => response.writeHead(500).end(),
    );
  },
});

/** Answers the routes where Bolt does not: in Socket Mode it has no server. */
export const serveRoutes =
  (routes: CustomRoute[]) =>
  (request: IncomingMessage, response: ServerResponse): void => {
    // Not read as a URL: one like "//" is none, and what is thrown here would end the process.
    const [asked] = (request.url ?? '').split('?');
    const route = routes.find(({ path, method }) => path === asked && method === request.method);
    if (route === undefined) response.writeHead(404).end();
    else route.handler(request as Parameters<typeof route.handler>[0], response);
  };
