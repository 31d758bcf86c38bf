import { connect, type Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { App } from '@slack/bolt';
import { describe, expect, it, onTestFinished } from 'vitest';
import manifest from '../../manifest.json' with { type: 'json' };
import { startWorkspace } from '../../src/practice/workspace.ts';
import { httpTransport } from '../../src/slack/http-transport.ts';
import { slackLogger } from '../../src/slack/slack-logger.ts';

const silent = slackLogger({ info: () => undefined, warn: () => undefined, error: () => undefined });
const MINUTE_S = 60;
const nowInSeconds = () => Math.floor(Date.now() / 1000);

/** A Bolt app behind the guard that answers a command as `answer` does, and counts how often it ran. */
async function guardedApp(answer: () => Promise<void> = async () => undefined) {
  const workspace = await startWorkspace({ scopes: manifest.oauth_config.scopes.bot });
  onTestFinished(() => workspace.stop());
  let ahead = 0;
  const { receiver, ...transport } = httpTransport({
    signingSecret: workspace.signingSecret,
    port: 0,
    probes: { troubles: async () => [], scrape: async () => '' },
    logger: silent,
    wallClock: () => new Date(Date.now() + ahead),
  });
  const app = new App({ receiver, logger: silent, authorize: async () => ({ botToken: 'xoxb-practice' }) });
  const ran: string[] = [];
  app.command('/soundings', async ({ ack, command }) => {
    ran.push(command.text);
    await answer();
    await ack();
  });
  const port = await transport.start();
  onTestFinished(() => transport.refuse());
  workspace.connect(`http://127.0.0.1:${port}/slack/events`);
  const command = (text: string, at?: number) =>
    workspace.signs(
      { kind: 'slash_commands', body: { command: '/soundings', text, user_id: 'U1', team_id: 'T1' } },
      at,
    );
  const send = async (...sent: Parameters<typeof workspace.sendsRaw>) =>
    (await workspace.sendsRaw(...sent)).status;
  const clockIs = (ms: number) => {
    ahead = ms;
  };
  return { port, ran, command, send, clockIs };
}

/** Sends a request over a connection that its sender can leave. */
async function sentBare(
  port: number,
  { headers, body }: { headers: Record<string, string>; body: string },
): Promise<Socket> {
  const connection = connect(port);
  const head = Object.entries({ ...headers, 'content-length': String(body.length), host: 'x' });
  const lines = head.map((pair) => pair.join(': ')).join('\r\n');
  await new Promise((resolve) =>
    connection.write(`POST /slack/events HTTP/1.1\r\n${lines}\r\n\r\n${body}`, resolve),
  );
  return connection;
}

describe('a signed request', () => {
  it.each([
    ['four minutes ago', -4, 200],
    ['six minutes ago', -6, 401],
    ['four minutes ahead', 4, 200],
    ['six minutes ahead', 6, 401],
    ['a year ahead', 525_600, 401],
  ])('dated %s', async (_, minutes, status) => {
    const { ran, command, send } = await guardedApp();
    expect(await send(command('help', nowInSeconds() + minutes * MINUTE_S))).toBe(status);
    expect(ran).toEqual(status === 200 ? ['help'] : []);
  });

  it('is judged by this machine’s clock: one that is six minutes slow takes nothing', async () => {
    const { ran, command, send, clockIs } = await guardedApp();
    clockIs(-6 * MINUTE_S * 1000);
    expect(await send(command('help'))).toBe(401);
    expect(ran).toEqual([]);
  });

  it('runs once, however often the very same one comes', async () => {
    const { ran, command, send } = await guardedApp();
    const once = command('close');
    expect(await send(once)).toBe(200);
    for (const path of [undefined, '/slack/./events', '/slack/events?again=1']) {
      expect(await send(once, path)).toBe(200);
    }
    expect(ran).toEqual(['close']);
  });

  it('is the same one however its headers write it', async () => {
    const { ran, command, send } = await guardedApp();
    const once = command('close');
    await send(once);
    const { 'x-slack-signature': signature = '', 'x-slack-request-timestamp': timestamp = '' } = once.headers;
    for (const headers of [
      { 'x-slack-signature': `${signature}=again` },
      { 'x-slack-request-timestamp': `${timestamp}.0` },
      { 'x-slack-request-timestamp': `0${timestamp}` },
      { 'x-slack-retry-num': '1' },
      { 'content-type': 'application/x-www-form-urlencoded; charset=utf-8' },
    ]) {
      await send({ ...once, headers: { ...once.headers, ...headers } });
    }
    expect(ran).toEqual(['close']);
  });

  it('is another one where Slack sends it again: it is dated anew', async () => {
    const { ran, command, send } = await guardedApp();
    await send(command('status'));
    await send(command('status', nowInSeconds() + 1));
    expect(ran).toEqual(['status', 'status']);
  });

  it('runs once when the same comes at the same time', async () => {
    const { ran, command, send } = await guardedApp(() => pause(50));
    const once = command('close');
    const statuses = await Promise.all([send(once), send(once), send(once)]);
    expect(statuses).toEqual([200, 200, 200]);
    expect(ran).toEqual(['close']);
  });

  it('is remembered for ten minutes, and forgotten after twenty: by then its age alone would have it refused', async () => {
    const { ran, command, send, clockIs } = await guardedApp();
    const once = command('close');
    await send(once);
    clockIs(10 * MINUTE_S * 1000 - 1000);
    await send(command('help'));
    await send(once);
    expect(ran).toEqual(['close', 'help']);
    clockIs(10 * MINUTE_S * 1000);
    await send(command('status'));
    clockIs(20 * MINUTE_S * 1000);
    await send(command('held'));
    await send(once);
    expect(ran).toEqual(['close', 'help', 'status', 'held', 'close']);
  });

  it('may come again when it failed', async () => {
    let failures = 2;
    const { ran, command, send } = await guardedApp(async () => {
      failures -= 1;
      if (failures >= 0) throw new Error('Not this time');
    });
    const once = command('close');
    expect(await send(once)).toBe(500);
    const statuses = await Promise.all([send(once), send(once)]);
    expect(statuses.toSorted()).toEqual([200, 500]);
    expect(await send(once)).toBe(200);
    expect(ran).toHaveLength(3);
  });

  it('may come again when it failed, and who waited for its end is gone', async () => {
    let fail = () => {};
    let failure: Promise<void> | null = new Promise<void>((_, reject) => {
      fail = () => reject(new Error('Not this time'));
    });
    const { ran, command, send, port } = await guardedApp(async () => {
      const mine = failure;
      failure = null;
      await mine;
    });
    const once = command('close');
    const first = send(once);
    while (ran.length === 0) await pause(5);
    const waiting = await sentBare(port, once);
    await send(command('help'));
    waiting.destroy();
    // By its end the app has seen to what came before it.
    await send(command('status'));
    await send(command('held'));
    fail();
    expect(await first).toBe(500);
    expect(await send(once)).toBe(200);
    expect(ran).toEqual(['close', 'help', 'status', 'held', 'close']);
  });

  it('may come again when its sender went before it was answered', async () => {
    let answer = () => {};
    const asked = new Promise<void>((resolve) => {
      answer = resolve;
    });
    const { ran, command, send, port } = await guardedApp(() => asked);
    const once = command('close');
    const lost = await sentBare(port, once);
    while (ran.length === 0) await pause(5);
    const again = send(once);
    lost.destroy();
    while (ran.length === 1) await pause(5);
    answer();
    expect(await again).toBe(200);
    expect(ran).toHaveLength(2);
  });
});

describe('what is not signed as Slack signs', () => {
  const forged = (signature: string) => `v0=${signature.slice(3).split('').reverse().join('')}`;

  it('is refused, and leaves no trace: the right one still comes through', async () => {
    const { ran, command, send } = await guardedApp();
    const right = command('close');
    const { 'x-slack-signature': signature = '', ...unsigned } = right.headers;
    const { 'x-slack-request-timestamp': timestamp = '', ...undated } = right.headers;
    const wrong = [
      { ...right, headers: unsigned },
      { ...right, headers: undated },
      { ...right, headers: { ...right.headers, 'x-slack-signature': forged(signature) } },
      { ...right, headers: { ...right.headers, 'x-slack-signature': signature.replace('v0', 'v1') } },
      { ...right, headers: { ...right.headers, 'x-slack-signature': 'v0=' } },
      { ...right, headers: { ...right.headers, 'x-slack-signature': '' } },
      { ...right, headers: { ...right.headers, 'x-slack-request-timestamp': 'now' } },
      { ...right, headers: { ...right.headers, 'x-slack-request-timestamp': `${Number(timestamp) + 1}` } },
      { ...right, body: `${right.body}&text=draft` },
      { ...right, body: '' },
    ];
    for (const request of wrong) expect(await send(request)).toBe(401);
    expect(ran).toEqual([]);
    expect(await send(right)).toBe(200);
    expect(ran).toEqual(['close']);
  });

  it.each([
    '/slack/events',
    '/slack/./events',
    '/slack/events?again=1',
    '/slack/events/',
    '//slack/events',
    '/slack//events',
    '/%73lack/events',
    '/SLACK/EVENTS',
    '/x/../slack/events#here',
    '/health',
    '/',
  ])('runs nothing at %s', async (path) => {
    const { ran, command, send } = await guardedApp();
    const forged = command('close');
    forged.headers['x-slack-signature'] = `v0=${'0'.repeat(64)}`;
    expect([400, 401, 404]).toContain(await send(forged, path));
    expect(ran).toEqual([]);
  });

  it('runs nothing as Slack’s unsigned check of the connection, and is not remembered', async () => {
    const { ran, command, send } = await guardedApp();
    const right = command('close');
    expect(await send({ ...right, body: `ssl_check=1&${right.body}` })).toBe(200);
    expect(ran).toEqual([]);
    expect(await send(right)).toBe(200);
    expect(ran).toEqual(['close']);
  });

  it('is refused when it is too long, or at another address', async () => {
    const { ran, command, send } = await guardedApp();
    const right = command('close');
    const tooLong = { ...right, body: 'x'.repeat(5 * 1024 * 1024) };
    expect(await send(tooLong)).toBe(413);
    // The connection is not stuck with what nobody reads.
    expect(await Promise.all([send(tooLong), send(command('help')), send(command('status'))])).toEqual([
      413, 200, 200,
    ]);
    expect(await send(right, '/slack/other')).toBe(404);
    expect(await send(right, '/health')).toBe(404);
    expect(ran.toSorted()).toEqual(['help', 'status']);
  });
});
