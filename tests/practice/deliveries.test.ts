import { createHmac } from 'node:crypto';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type Request, serve } from '../../src/practice/http-server.ts';
import { type Options, startWorkspace, type Workspace } from '../../src/practice/workspace.ts';
import { everyScope, startTinyApp } from './tiny-app.ts';

/** A listener that answers with the statuses it is told, then 200. */
const startEar = async () => {
  const heard: Request[] = [];
  const statuses: number[] = [];
  const server = await serve(async (request) => {
    heard.push(request);
    return { status: statuses.shift() ?? 200, body: '' };
  });
  const events = () => heard.map(({ body }) => JSON.parse(body.toString()).event);
  return { ...server, heard, events, statuses };
};

let workspace: Workspace;
let ear: Awaited<ReturnType<typeof startEar>>;
const startWith = async (options: Partial<Options> = {}) => {
  workspace = await startWorkspace({ scopes: everyScope, retryDelaysMs: [0, 1, 2], ...options });
  workspace.connect(ear.url);
  const asha = workspace.addPerson({ name: 'Asha Patel' });
  return { asha, channel: workspace.addChannel({ name: 'policy', members: [asha] }) };
};

beforeEach(async () => {
  ear = await startEar();
});
afterEach(async () => {
  await workspace.stop();
  await ear.stop();
});

it('signs what it sends', async () => {
  const { asha, channel } = await startWith();
  asha.posts(channel, 'Hello');
  await workspace.settled();
  const { headers, body } = ear.heard[0] as Request;
  const base = `v0:${headers['x-slack-request-timestamp']}:${body}`;
  const expected = createHmac('sha256', workspace.signingSecret).update(base).digest('hex');
  expect(headers['x-slack-signature']).toBe(`v0=${expected}`);
});

it('sends an event again, the same one, until it is taken', async () => {
  const { asha, channel } = await startWith();
  ear.statuses.push(500, 503);
  asha.posts(channel, 'Hello');
  await workspace.settled();
  expect(workspace.deliveries()).toMatchObject([{ attempts: 3, statuses: [500, 503, 200] }]);
  expect(ear.heard.map(({ headers }) => headers['x-slack-retry-num'])).toEqual([undefined, '1', '2']);
  expect(ear.heard[1]?.headers['x-slack-retry-reason']).toBe('http_error');
  const ids = ear.heard.map(({ body }) => JSON.parse(body.toString()).event_id);
  expect(new Set(ids).size).toBe(1);
});

it('gives up after the third retry', async () => {
  const { asha, channel } = await startWith();
  ear.statuses.push(500, 500, 500, 500, 500);
  asha.posts(channel, 'Hello');
  await workspace.settled();
  expect(workspace.deliveries()).toMatchObject([{ statuses: [500, 500, 500, 500] }]);
});

it('takes no answer in time for a failure', async () => {
  const { asha, channel } = await startWith({ answerWithinMs: 30, retryDelaysMs: [0] });
  const silent = await serve(() => new Promise(() => undefined));
  workspace.connect(silent.url);
  asha.posts(channel, 'Hello');
  await workspace.settled();
  expect(workspace.deliveries()).toMatchObject([{ statuses: [0, 0] }]);
  await silent.stop();
});

it('holds events back, and lets them go in either order or never', async () => {
  const { asha, channel } = await startWith();
  const held = workspace.holdEvents();
  const ts = asha.posts(channel, 'First');
  asha.edits(channel, ts, 'Second');
  expect(workspace.deliveries().map(({ attempts }) => attempts)).toEqual([0, 0]);
  held.release({ order: 'reversed', oneByOne: true });
  await workspace.settled();
  expect(ear.events().map(({ subtype }) => subtype)).toEqual(['message_changed', undefined]);
  expect(workspace.deliveries().map(({ attempts }) => attempts)).toEqual([1, 1]);

  workspace.holdEvents().drop();
  const lost = workspace.holdEvents();
  asha.posts(channel, 'Never heard');
  lost.drop();
  asha.posts(channel, 'Heard');
  await workspace.settled();
  expect(ear.events().map(({ text }) => text)).not.toContain('Never heard');
  expect(ear.events().map(({ text }) => text)).toContain('Heard');
});

it('sends only what the app asked for, has the scope for and is there to hear', async () => {
  const { asha, channel } = await startWith({
    events: ['message.channels', 'reaction_added'],
    scopes: ['channels:history'],
  });
  const elsewhere = workspace.addChannel({ name: 'elsewhere', members: [asha], withApp: false });
  const hidden = workspace.addChannel({ name: 'hidden', members: [asha], isPrivate: true });
  asha.posts(elsewhere, 'Not here');
  asha.posts(hidden, 'Nor here');
  const ts = asha.posts(channel, 'Here');
  asha.reacts(channel, ts, 'tada');
  asha.leaves(channel);
  await workspace.settled();
  expect(ear.events().map(({ text }) => text)).toEqual(['Here']);
});

it('keeps what happens for the app over a Socket Mode reconnect', async () => {
  workspace = await startWorkspace({ scopes: everyScope });
  const tiny = await startTinyApp(workspace, 'socket');
  const asha = workspace.addPerson({ name: 'Asha Patel' });
  const channel = workspace.addChannel({ name: 'policy', members: [asha] });

  workspace.socket.refresh();
  await workspace.until(() => workspace.socket.connections() === 0, 'the app to go');
  asha.posts(channel, 'In between');
  expect((await asha.types(channel, '/tiny hello')).status).toBe(0);
  await workspace.settled();
  expect(tiny.heard.words).toEqual(['In between']);
  expect(workspace.socket.connections()).toBe(1);
  await tiny.stop();
});
