import type { CustomRoute } from '@slack/bolt';

/** GET /health: the process is up and answers. */
export const health: CustomRoute = {
  path: '/health',
  method: 'GET',
  handler: (_request, response) => {
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end('{"status":"ok"}\n');
  },
};
