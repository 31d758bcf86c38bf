import { type Logger, LogLevel, WebClient } from '@slack/web-api';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startWorkspace, type Workspace } from '../../src/practice/workspace.ts';
import { everyInput, everyScope } from './tiny-app.ts';

const quiet = () => undefined;
/** Slack's client writes every refusal on the console, and these are all meant. */
const silent: Logger = {
  debug: quiet,
  info: quiet,
  warn: quiet,
  error: quiet,
  setLevel: quiet,
  setName: quiet,
  getLevel: () => LogLevel.ERROR,
};

let workspace: Workspace;
let slack: WebClient;
let now: Date;
const startWith = async (scopes = everyScope) => {
  workspace = await startWorkspace({ scopes, now: () => now });
  slack = new WebClient(workspace.botToken, { slackApiUrl: workspace.apiUrl, logger: silent });
};
const refusal = (method: string, args: Record<string, unknown>): Promise<string> =>
  slack.apiCall(method, args).then(
    () => 'ok',
    (error) => error.data.error,
  );
const channelWith = (options: { isPrivate?: boolean; withApp?: boolean } = {}) => {
  const asha = workspace.addPerson({ name: 'Asha Patel' });
  return { asha, channel: workspace.addChannel({ name: 'policy', members: [asha], ...options }) };
};

beforeEach(async () => {
  now = new Date('2026-11-21T09:00:00Z');
  await startWith();
});
afterEach(() => workspace.stop());

describe('a Web API call is refused', () => {
  it('without a token, with a strange one, and with the wrong kind', async () => {
    const call = async (headers: Record<string, string>) =>
      (
        (await (await fetch(`${workspace.apiUrl}auth.test`, { method: 'POST', headers })).json()) as {
          error?: string;
        }
      ).error;
    expect(await call({})).toBe('not_authed');
    expect(await call({ authorization: 'Bearer xoxb-other' })).toBe('invalid_auth');
    expect(await call({ authorization: `Bearer ${workspace.appToken}` })).toBe('not_allowed_token_type');
    expect(await call({ authorization: `Bearer ${workspace.botToken}` })).toBeUndefined();
  });

  it('when its method, an argument or the type of one is unknown', async () => {
    const { channel } = channelWith();
    expect(await refusal('chat.shout', {})).toBe('unknown_method');
    expect(await refusal('chat.postMessage', { channel: channel.id, text: 'x', colour: 'red' })).toBe(
      'invalid_arguments',
    );
    expect(await refusal('conversations.members', { channel: channel.id, limit: 'ten' })).toBe(
      'invalid_arguments',
    );
    expect(await refusal('conversations.members', { channel: channel.id, limit: 5_000 })).toBe(
      'invalid_limit',
    );
    expect(await refusal('conversations.members', { channel: channel.id, cursor: 'x' })).toBe(
      'invalid_cursor',
    );
  });

  it('when the app lacks the scope, by the kind of conversation', async () => {
    await workspace.stop();
    await startWith(['channels:read']);
    const open = channelWith().channel;
    const hidden = channelWith({ isPrivate: true }).channel;
    expect(await refusal('conversations.info', { channel: open.id })).toBe('ok');
    expect(await refusal('conversations.info', { channel: hidden.id })).toBe('missing_scope');
    expect(await refusal('conversations.history', { channel: open.id })).toBe('missing_scope');
    expect(await refusal('chat.postMessage', { channel: open.id, text: 'x' })).toBe('missing_scope');
  });

  it('in a channel that the app is not in, or may not know of', async () => {
    const open = channelWith({ withApp: false }).channel;
    const hidden = channelWith({ withApp: false, isPrivate: true }).channel;
    expect(await refusal('chat.postMessage', { channel: open.id, text: 'x' })).toBe('not_in_channel');
    expect(await refusal('chat.postMessage', { channel: hidden.id, text: 'x' })).toBe('channel_not_found');
    expect(await refusal('conversations.info', { channel: open.id })).toBe('ok');
    expect(await refusal('conversations.info', { channel: hidden.id })).toBe('channel_not_found');
  });

  it('for a message that is not there, not its own, or already has the reaction', async () => {
    const { asha, channel } = channelWith();
    const ts = asha.posts(channel, 'Hello');
    const at = { channel: channel.id, timestamp: ts, name: 'memo' };
    expect(await refusal('reactions.add', at)).toBe('ok');
    expect(await refusal('reactions.add', at)).toBe('already_reacted');
    expect(await refusal('reactions.remove', { ...at, name: 'lock' })).toBe('no_reaction');
    expect(await refusal('reactions.add', { ...at, name: ':memo:' })).toBe('invalid_name');
    expect(await refusal('reactions.add', { ...at, timestamp: '1.000001' })).toBe('message_not_found');
    expect(await refusal('chat.update', { channel: channel.id, ts, text: 'x' })).toBe('cant_update_message');
    expect(await refusal('conversations.replies', { channel: channel.id, ts: '1.000001' })).toBe(
      'thread_not_found',
    );
    expect(await refusal('users.info', { user: 'U0' })).toBe('user_not_found');
  });

  it('when an ephemeral message is for somebody who is not there', async () => {
    const { channel } = channelWith();
    const stranger = workspace.addPerson({ name: 'Sam Stone' });
    const args = { channel: channel.id, user: stranger.id, text: 'x' };
    expect(await refusal('chat.postEphemeral', args)).toBe('user_not_in_channel');
  });
});

const words = (length: number) => 'x'.repeat(length);
const plain = (length: number) => ({ type: 'plain_text', text: words(length) });
const section = (length: number) => ({ type: 'section', text: { type: 'mrkdwn', text: words(length) } });
const actions = (...elements: object[]) => ({ type: 'actions', elements });
const button = (extra: object = {}) => ({ type: 'button', action_id: 'a', text: plain(5), ...extra });
const option = (length: number) => ({ text: plain(length), value: words(length) });

describe('a message is refused', () => {
  it.each([
    ['51 blocks', Array(51).fill({ type: 'divider' }), 'invalid_blocks'],
    ['a section of 3,001 characters', [section(3_001)], 'invalid_blocks'],
    ['an empty section', [section(0)], 'invalid_blocks'],
    ['a section of nothing', [{ type: 'section' }], 'invalid_blocks'],
    ['a header of 151', [{ type: 'header', text: plain(151) }], 'invalid_blocks'],
    ['a button text of 76', [actions(button({ text: plain(76) }))], 'invalid_blocks'],
    ['a button value of 2,001', [actions(button({ value: words(2_001) }))], 'invalid_blocks'],
    ['26 buttons', [actions(...Array(26).fill(button()))], 'invalid_blocks'],
    ['11 context elements', [{ type: 'context', elements: Array(11).fill(plain(1)) }], 'invalid_blocks'],
    [
      'a long option',
      [actions({ type: 'static_select', action_id: 'a', options: [option(76)] })],
      'invalid_blocks',
    ],
    [
      'a select with nothing to choose',
      [actions({ type: 'static_select', action_id: 'a' })],
      'invalid_blocks',
    ],
    [
      '11 checkboxes',
      [actions({ type: 'checkboxes', action_id: 'a', options: Array(11).fill(option(1)) })],
      'invalid_blocks',
    ],
    [
      'an initial option that is not offered',
      [actions({ type: 'static_select', action_id: 'a', options: [option(1)], initial_option: option(2) })],
      'invalid_blocks',
    ],
    [
      'a block id used twice',
      [
        { type: 'divider', block_id: 'b' },
        { type: 'divider', block_id: 'b' },
      ],
      'invalid_blocks',
    ],
    ['an action id used twice in a block', [actions(button(), button())], 'invalid_blocks'],
    ['an unknown block', [{ type: 'sectoin', text: plain(1) }], 'invalid_blocks'],
    ['an unknown element', [actions({ type: 'knob', action_id: 'a' })], 'invalid_blocks'],
    ['an unknown property', [{ ...section(1), colour: 'red' }], 'invalid_blocks'],
    ['13,201 characters in all', [...Array(4).fill(section(3_000)), section(1_201)], 'msg_blocks_too_long'],
  ])('with %s', async (_, blocks, error) => {
    const { channel } = channelWith();
    expect(await refusal('chat.postMessage', { channel: channel.id, text: 'x', blocks })).toBe(error);
    expect(workspace.messages(channel)).toEqual([]);
  });

  it('with too long a text, none at all, or metadata of another shape', async () => {
    const { channel } = channelWith();
    const post = (args: object) => refusal('chat.postMessage', { channel: channel.id, ...args });
    expect(await post({ text: words(40_001) })).toBe('msg_too_long');
    expect(await post({})).toBe('no_text');
    expect(await post({ text: 'x', metadata: { event_type: 'posted' } })).toBe('invalid_metadata_format');
    const { ts } = await slack.chat.postMessage({ channel: channel.id, text: 'x' });
    expect(await refusal('chat.update', { channel: channel.id, ts, text: 'é'.repeat(2_001) })).toBe(
      'msg_too_long',
    );
  });

  it('naming the block and the place in it', async () => {
    const { channel } = channelWith();
    const args = { channel: channel.id, text: 'x', blocks: [{ type: 'divider' }, section(3_001)] };
    const error = await slack.apiCall('chat.postMessage', args).catch((thrown) => thrown);
    expect(error.data.response_metadata.messages[0]).toContain('[json-pointer:/blocks/1/text/text]');
  });

  it('not, but complained of, when blocks have no text beside them', async () => {
    const { channel } = channelWith();
    expect(await refusal('chat.postMessage', { channel: channel.id, blocks: [section(1)] })).toBe('ok');
    expect(workspace.complaints).toEqual(['chat.postMessage: blocks without a text to fall back on']);
  });

  it('not, but complained of, when its thread is gone and it lands in the channel', async () => {
    const { channel } = channelWith();
    await slack.chat.postMessage({ channel: channel.id, thread_ts: '1.000001', text: 'x' });
    expect(workspace.messages(channel)[0]?.thread_ts).toBeUndefined();
    expect(workspace.complaints).toHaveLength(1);
  });
});

describe('a form is refused', () => {
  const form = async () => {
    const { asha, channel } = channelWith();
    workspace.connect(`${workspace.apiUrl}auth.test`);
    await asha.types(channel, '/any');
    const deliveredTo = [...workspace.calls('auth.test')].at(-1)?.args ?? {};
    return String(deliveredTo.trigger_id);
  };

  it.each([
    ['a title of 25', { title: plain(25) }],
    ['a submit text of 25', { submit: plain(25) }],
    ['no submit, but an input', { submit: undefined }],
    ['101 blocks', { blocks: Array(101).fill({ type: 'divider' }) }],
    ['3,001 characters of private metadata', { private_metadata: words(3_001) }],
    ['a callback id of 256', { callback_id: words(256) }],
    ['a markdown block', { blocks: [{ type: 'markdown', text: 'x' }] }],
    [
      'a label of 2,001',
      {
        blocks: [
          { type: 'input', label: plain(2_001), element: { type: 'plain_text_input', action_id: 'a' } },
        ],
      },
    ],
    [
      'a placeholder of 151',
      {
        blocks: [
          {
            type: 'input',
            label: plain(1),
            element: { type: 'plain_text_input', action_id: 'a', placeholder: plain(151) },
          },
        ],
      },
    ],
  ])('with %s', async (_, changes) => {
    const view = { ...everyInput, ...changes };
    expect(await refusal('views.open', { trigger_id: await form(), view })).toBe('invalid_arguments');
  });

  it('after three seconds, the second time, and without a trigger', async () => {
    const [used, old] = [await form(), await form()];
    expect(await refusal('views.open', { trigger_id: used, view: everyInput })).toBe('ok');
    expect(await refusal('views.open', { trigger_id: used, view: everyInput })).toBe('exchanged_trigger_id');
    now = new Date(now.getTime() + 3_001);
    expect(await refusal('views.open', { trigger_id: old, view: everyInput })).toBe('expired_trigger_id');
    expect(await refusal('views.open', { trigger_id: 'x', view: everyInput })).toBe('invalid_trigger_id');
  });

  it('when it changed in the meantime', async () => {
    const { view } = (await slack.apiCall('views.open', {
      trigger_id: await form(),
      view: everyInput,
    })) as unknown as {
      view: { id: string; hash: string };
    };
    const change = { view_id: view.id, hash: view.hash, view: everyInput };
    expect(await refusal('views.update', change)).toBe('ok');
    expect(await refusal('views.update', change)).toBe('hash_conflict');
  });
});

describe('a person cannot', () => {
  it('use a command, write or click where they are not', async () => {
    const { channel } = channelWith();
    const stranger = workspace.addPerson({ name: 'Sam Stone' });
    await expect(stranger.types(channel, '/any')).rejects.toThrow('Sam Stone is not in policy');
    expect(() => stranger.posts(channel, 'Hello')).toThrow('Sam Stone is not in policy');
  });

  it('edit or delete what another wrote', () => {
    const { asha, channel } = channelWith();
    const sam = workspace.addPerson({ name: 'Sam Stone' });
    sam.joins(channel);
    const ts = asha.posts(channel, 'Mine');
    expect(() => sam.edits(channel, ts, 'Yours')).toThrow('did not write');
    expect(() => sam.deletes(channel, ts)).toThrow('did not write');
  });
});
