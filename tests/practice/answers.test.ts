import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Reply, serve } from '../../src/practice/http-server.ts';
import { fromJson, isPayload, type Payload } from '../../src/practice/payload.ts';
import type { Person } from '../../src/practice/people.ts';
import { startWorkspace, type Workspace } from '../../src/practice/workspace.ts';
import { everyScope } from './tiny-app.ts';

/** An app that answers as it is told, so that wrong answers can be tried too. */
const startParrot = async () => {
  const heard: Payload[] = [];
  const parrot: { says: unknown } = { says: '' };
  const server = await serve(async ({ body }): Promise<Reply> => {
    const form = Object.fromEntries(new URLSearchParams(body.toString()));
    const payload = fromJson(form.payload ?? '');
    heard.push(isPayload(payload) ? payload : form);
    return { status: 200, body: parrot.says };
  });
  return { ...server, heard, parrot, last: () => heard.at(-1) ?? {} };
};

let workspace: Workspace;
let app: Awaited<ReturnType<typeof startParrot>>;
let asha: Person;
let channel: { id: string };
let now = new Date('2026-11-21T09:00:00Z');

beforeEach(async () => {
  app = await startParrot();
  workspace = await startWorkspace({ scopes: everyScope, now: () => now });
  workspace.connect(app.url);
  asha = workspace.addPerson({ name: 'Asha Patel' });
  channel = workspace.addChannel({ name: 'policy', members: [asha] });
});
afterEach(async () => {
  await workspace.stop();
  await app.stop();
});

const answerTo = (url: unknown, body: object): Promise<number> =>
  fetch(String(url), { method: 'POST', body: JSON.stringify(body) }).then(({ status }) => status);
const button = {
  type: 'actions',
  elements: [{ type: 'button', action_id: 'go', text: plain('Go'), value: '1' }],
};
function plain(text: string) {
  return { type: 'plain_text', text };
}

describe('a response_url', () => {
  it('works five times within half an hour', async () => {
    await asha.types(channel, '/any');
    const url = app.last().response_url;
    for (let use = 1; use <= 5; use += 1) expect(await answerTo(url, { text: `${use}` })).toBe(200);
    expect(await answerTo(url, { text: 'Once too often' })).toBe(400);
    expect(workspace.ephemeralsTo(asha).map(({ text }) => text)).toEqual(['1', '2', '3', '4', '5']);

    await asha.types(channel, '/any');
    now = new Date(now.getTime() + 31 * 60_000);
    expect(await answerTo(app.last().response_url, { text: 'Too late' })).toBe(400);
  });

  it('speaks to the person, or to all when asked, and refuses what a message may not be', async () => {
    await asha.types(channel, '/any');
    const url = app.last().response_url;
    await answerTo(url, { text: 'For all', response_type: 'in_channel' });
    expect(workspace.messages(channel).map(({ text }) => text)).toEqual(['For all']);
    expect(await answerTo(url, { text: 'x', blocks: [{ type: 'knob' }] })).toBe(400);
    expect(await answerTo(url, { text: 'x', colour: 'red' })).toBe(400);
  });
});

it('sends a command with all that Slack says of it, and shows the answer', async () => {
  app.parrot.says = { text: 'Done' };
  const hidden = workspace.addChannel({ name: 'secret', isPrivate: true, members: [asha] });
  const { ack, status } = await asha.types(hidden, '/soundings  export markdown');
  expect({ ack, status }).toEqual({ ack: { text: 'Done' }, status: 200 });
  expect(app.last()).toMatchObject({
    command: '/soundings',
    text: ' export markdown',
    user_id: asha.id,
    channel_id: hidden.id,
    channel_name: 'privategroup',
    team_id: workspace.teamId,
    is_enterprise_install: 'false',
  });
  expect(workspace.ephemeralsTo(asha)).toMatchObject([{ text: 'Done', channel: hidden.id }]);
});

it('sends a click with its message and its value, unless the message was ephemeral', async () => {
  app.parrot.says = { text: 'Pick', blocks: [button] };
  await asha.types(channel, '/any');
  const [shown] = workspace.ephemeralsTo(asha);
  if (shown === undefined) throw new Error('Nothing was shown');
  app.parrot.says = '';
  await asha.clicks(shown, 'go');
  expect(app.last()).toMatchObject({
    type: 'block_actions',
    container: { type: 'message', is_ephemeral: true, channel_id: channel.id },
    actions: [{ action_id: 'go', value: '1', type: 'button' }],
  });
  expect(app.last()).not.toHaveProperty('message');
  await expect(asha.clicks(shown, 'stop')).rejects.toThrow('There is no stop to click');
});

describe('an open form', () => {
  const packs = ['care', 'other'].map((value) => ({ text: plain(value), value }));
  const input = (block_id: string, element: object, more: object = {}) => ({
    type: 'input',
    block_id,
    label: plain(block_id),
    element: { action_id: 'a', ...element },
    ...more,
  });
  const view = {
    type: 'modal',
    callback_id: 'form',
    private_metadata: 'kept',
    title: plain('A form'),
    submit: plain('Send'),
    blocks: [
      input('pack', { type: 'static_select', options: packs }, { dispatch_action: true }),
      input('title', { type: 'plain_text_input' }, { optional: true }),
    ],
  };
  const open = async (wanted: object = view) => {
    await asha.types(channel, '/any');
    const body = JSON.stringify({ trigger_id: app.last().trigger_id, view: wanted });
    const headers = { authorization: `Bearer ${workspace.botToken}`, 'content-type': 'application/json' };
    await fetch(`${workspace.apiUrl}views.open`, { method: 'POST', headers, body });
    return workspace.until(() => workspace.openView(asha), 'the form');
  };

  it('tells the app of a choice that it asked to hear of, and of no other', async () => {
    const form = await open();
    await asha.picks(form, 'pack', 'care');
    expect(app.last()).toMatchObject({
      type: 'block_actions',
      container: { type: 'view', view_id: form.id },
      actions: [{ block_id: 'pack', action_id: 'a', selected_option: { value: 'care' } }],
      view: {
        private_metadata: 'kept',
        state: { values: { pack: { a: { selected_option: { value: 'care' } } } } },
      },
    });
    await expect(asha.picks(form, 'title', 'x')).rejects.toThrow('waits for the form to be sent');
    await expect(asha.picks(form, 'pack', 'third')).rejects.toThrow('offers care,other, not third');
  });

  it('keeps what was chosen when it is sent, and sends null for what was left empty', async () => {
    const form = await open();
    await asha.picks(form, 'pack', 'other');
    await asha.submits(form, {});
    expect(app.last()).toMatchObject({
      type: 'view_submission',
      view: {
        state: {
          values: { pack: { a: { selected_option: { value: 'other' } } }, title: { a: { value: null } } },
        },
      },
    });
  });

  it('is replaced, or covered by another, as the app answers', async () => {
    app.parrot.says = '';
    const form = await open();
    app.parrot.says = { response_action: 'update', view: { ...view, title: plain('Next') } };
    await asha.submits(form, { pack: 'care' });
    expect(workspace.openView(asha)).toMatchObject({ id: form.id, title: { text: 'Next' } });
    app.parrot.says = { response_action: 'push', view: { ...view, title: plain('On top') } };
    await asha.submits(form);
    expect(workspace.openView(asha)).toMatchObject({ previous_view_id: form.id, title: { text: 'On top' } });
    await expect(asha.submits(form)).rejects.toThrow('does not see that form');
    app.parrot.says = { response_action: 'clear' };
    await asha.submits({ id: String(workspace.openView(asha)?.id) }, { pack: 'care' });
    expect(workspace.openView(asha)).toBeUndefined();
  });

  it('complains of errors on a field that is not there, and of a next form that Slack would refuse', async () => {
    const form = await open();
    app.parrot.says = { response_action: 'errors', errors: { nowhere: 'What?' } };
    await asha.submits(form, { pack: 'care' });
    app.parrot.says = { response_action: 'update', view: { ...view, title: plain('x'.repeat(25)) } };
    await asha.submits(form);
    expect(workspace.complaints).toEqual([
      'The answer to a form: errors_on_no_input_block nowhere',
      expect.stringContaining('invalid_arguments'),
    ]);
  });
});
