import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { WebClient } from '@slack/web-api';
import { expect, it, onTestFinished } from 'vitest';
import { fetchText } from '../../src/slack/fetch-text.ts';
import { createPoster } from '../../src/slack/post-once.ts';
import { slackLogger } from '../../src/slack/slack-logger.ts';

const logger = slackLogger({ info: () => undefined, warn: () => undefined, error: () => undefined });

it('a post that Slack is slow to make is not made again at once', async () => {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url ?? '');
    if (request.url?.endsWith('history')) response.end('{"ok":true,"messages":[]}');
  });
  onTestFinished(() => server.close().closeAllConnections());
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const slackApiUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  const client = new WebClient('xoxb-1', {
    slackApiUrl,
    logger,
    timeout: 200,
    retryConfig: { retries: 0 },
    fetch: fetchText,
  });
  const post = createPoster({
    posting: client,
    reading: client,
    pause: async () => undefined,
    intervalMs: 0,
  });
  const posted = post(
    'C1',
    { consultationId: 'V1', part: 'opening' },
    '2026-11-22T09:00:00Z',
    { text: 'x', blocks: [] },
    async () => undefined,
  );
  await expect(posted).rejects.toThrow();
  expect(asked).toEqual(['/conversations.history', '/chat.postMessage']);
});
