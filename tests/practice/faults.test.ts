import { LogLevel, WebClient, WebClientEvent } from '@slack/web-api';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startWorkspace, type Workspace } from '../../src/practice/workspace.ts';
import { latch } from '../latch.ts';
import { everyScope } from './tiny-app.ts';

let workspace: Workspace;
let channel: { id: string };
const client = (options: object = {}) =>
  new WebClient(workspace.botToken, {
    slackApiUrl: workspace.apiUrl,
    retryConfig: { retries: 0 },
    logLevel: LogLevel.ERROR,
    ...options,
  });
const quickRetries = { retryConfig: { retries: 2, minTimeout: 1, maxTimeout: 5 } };
const posts = () => workspace.messages(channel).map(({ text }) => text);

beforeEach(async () => {
  workspace = await startWorkspace({ scopes: everyScope, postIntervalMs: 0 });
  channel = workspace.addChannel({ name: 'policy' });
});
afterEach(() => workspace.stop());

describe("Slack's own client", () => {
  it('gets past a server error and a broken connection by trying again', async () => {
    workspace.failNext('chat.postMessage', { status: 500 });
    workspace.failNext('chat.postMessage', 'reset');
    await client(quickRetries).chat.postMessage({ channel: channel.id, text: 'Once' });
    expect(posts()).toEqual(['Once']);
    expect(workspace.calls('chat.postMessage')).toHaveLength(3);
  });

  it('posts twice when only the answer was lost and it tries again', async () => {
    workspace.failNext('chat.postMessage', 'lost');
    await client(quickRetries).chat.postMessage({ channel: channel.id, text: 'Twice' });
    expect(posts()).toEqual(['Twice', 'Twice']);
  });

  it('fails with the error it is given', async () => {
    workspace.failNext('chat.postMessage', { error: 'internal_error' });
    await expect(client().chat.postMessage({ channel: channel.id, text: 'x' })).rejects.toThrow(
      'internal_error',
    );
    expect(posts()).toEqual([]);
  });

  it('hears how long to wait when limited, and fails when it does not', async () => {
    const slack = client({ rejectRateLimitedCalls: true });
    const waits: number[] = [];
    slack.on(WebClientEvent.RATE_LIMITED, (seconds) => waits.push(seconds));
    workspace.failNext('users.info', { rateLimited: 3 });
    workspace.failNext('users.info', { rateLimited: null });
    await expect(slack.users.info({ user: 'U1' })).rejects.toMatchObject({ retryAfter: 3 });
    await expect(slack.users.info({ user: 'U1' })).rejects.toThrow('Retry header did not contain');
    expect(waits).toEqual([3]);
  });

  it('gives up on a slow answer to something that was done', async () => {
    workspace.failNext('chat.postMessage', { delayMs: 300 });
    await expect(
      client({ timeout: 50 }).chat.postMessage({ channel: channel.id, text: 'Slow' }),
    ).rejects.toThrow();
    expect(posts()).toEqual(['Slow']);
  });

  it('keeps the answer to something that was done until it is let go', async () => {
    const { opened, open } = latch();
    workspace.failNext('chat.postMessage', { until: opened });
    let isAnswered = false;
    const answer = client()
      .chat.postMessage({ channel: channel.id, text: 'Held' })
      .then(() => {
        isAnswered = true;
      });
    await workspace.until(() => posts().length > 0, 'the post');
    // An answer that nothing holds passes it by.
    await client().auth.test();
    expect(isAnswered).toBe(false);
    open();
    await answer;
  });

  it('meets a fault as often as asked, and only on its method', async () => {
    workspace.failNext('chat.postMessage', { error: 'fatal_error' }, 2);
    const slack = client();
    await slack.auth.test();
    const post = () => slack.chat.postMessage({ channel: channel.id, text: 'x' });
    await expect(post()).rejects.toThrow();
    await expect(post()).rejects.toThrow();
    await expect(post()).resolves.toMatchObject({ ok: true });
  });
});

it('takes one post a second in a channel, when asked to be as strict as Slack', async () => {
  await workspace.stop();
  workspace = await startWorkspace({ scopes: everyScope, postIntervalMs: 1_000 });
  const [one, other] = [workspace.addChannel({ name: 'one' }), workspace.addChannel({ name: 'other' })];
  const slack = client({ rejectRateLimitedCalls: true });
  await slack.chat.postMessage({ channel: one.id, text: 'First' });
  await slack.chat.postMessage({ channel: other.id, text: 'Elsewhere' });
  await expect(slack.chat.postMessage({ channel: one.id, text: 'Too soon' })).rejects.toMatchObject({
    retryAfter: 1,
  });
  expect(workspace.messages(one).map(({ text }) => text)).toEqual(['First']);
});

it('says what it waited for in vain, and stops waiting when it is stopped', async () => {
  await expect(workspace.until(() => undefined, 'a miracle', 20)).rejects.toThrow('a miracle');
  const waiting = workspace.until(() => false, 'the end');
  const failed = expect(waiting).rejects.toThrow('stopped');
  await workspace.stop();
  await failed;
});
