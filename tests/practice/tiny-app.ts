import { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { App, HTTPReceiver, LogLevel, SocketModeReceiver } from '@slack/bolt';
import type { ModalView } from '@slack/types';
import type { Workspace } from '../../src/practice/workspace.ts';

export const everyScope = [
  'chat:write',
  'commands',
  'channels:history',
  'channels:read',
  'groups:history',
  'groups:read',
  'reactions:read',
  'reactions:write',
  'users:read',
  'files:write',
  'im:write',
];

/** One input of each kind that matters, and a menu that the app hears of at once. */
export const everyInput = {
  type: 'modal',
  callback_id: 'form',
  title: { type: 'plain_text', text: 'A form' },
  submit: { type: 'plain_text', text: 'Send' },
  blocks: [
    input('title', {
      type: 'plain_text_input',
      action_id: 'a',
      initial_value: 'Our response',
      max_length: 20,
    }),
    input('kind', { type: 'static_select', action_id: 'a', options: [option('x'), option('y')] }),
    input('themes', {
      type: 'checkboxes',
      action_id: 'a',
      options: [option('funding'), option('workforce')],
      initial_options: [option('funding')],
    }),
    input('deadline', { type: 'datetimepicker', action_id: 'a' }),
    input('editors', { type: 'multi_users_select', action_id: 'a' }, true),
    input('where', {
      type: 'conversations_select',
      action_id: 'a',
      default_to_current_conversation: true,
      filter: { include: ['public', 'private'] },
    }),
  ],
} as ModalView;

function option(value: string) {
  return { text: { type: 'plain_text', text: value }, value };
}

function input(block_id: string, element: object, optional = false) {
  return { type: 'input', block_id, label: { type: 'plain_text', text: block_id }, element, optional };
}

const button = {
  type: 'button',
  action_id: 'go',
  value: '7',
  text: { type: 'plain_text', text: 'Go' },
} as const;

const overHttp = ({ signingSecret }: Workspace) =>
  new HTTPReceiver({ signingSecret, logLevel: LogLevel.ERROR, unhandledRequestTimeoutMillis: 1_000 });

/** Comes back soon after a disconnection: Bolt's own pause is five seconds. */
const overSocket = ({ appToken, apiUrl }: Workspace) =>
  new SocketModeReceiver({
    appToken,
    clientPingTimeout: 100,
    logLevel: LogLevel.ERROR,
    installerOptions: { clientOptions: { slackApiUrl: apiUrl } },
  });

/** A real Bolt app that does a little of everything, and what it heard. */
export const startTinyApp = async (workspace: Workspace, mode: 'http' | 'socket') => {
  const heard: { words: string[]; forms: unknown[]; retries: unknown[] } = {
    words: [],
    forms: [],
    retries: [],
  };
  const app = new App({
    token: workspace.botToken,
    receiver: mode === 'socket' ? overSocket(workspace) : overHttp(workspace),
    clientOptions: { slackApiUrl: workspace.apiUrl },
    logLevel: LogLevel.ERROR,
    convoStore: false,
  });
  app.command('/tiny', async ({ ack, command, client, respond }) => {
    await ack();
    if (command.text === 'form')
      await client.views.open({ trigger_id: command.trigger_id, view: everyInput });
    else
      await respond({ text: `You said ${command.text}`, blocks: [{ type: 'actions', elements: [button] }] });
  });
  app.command('/late', async () => undefined);
  app.action('go', async ({ ack, respond }) => {
    await ack();
    await respond({ replace_original: true, text: 'Gone' });
  });
  app.shortcut('keep', async ({ ack, shortcut, client }) => {
    await ack();
    if (shortcut.type !== 'message_action') return;
    const { channel, message_ts } = shortcut;
    await client.reactions.add({ channel: channel.id, timestamp: message_ts, name: 'memo' });
  });
  app.view('form', async ({ ack, view }) => {
    heard.forms.push(view.state.values);
    const isBad = view.state.values.title?.a?.value === 'bad';
    await (isBad ? ack({ response_action: 'errors', errors: { title: 'Not that' } }) : ack());
  });
  app.event('message', async ({ event, context }) => {
    heard.words.push('text' in event ? (event.text ?? '') : (event.subtype ?? ''));
    heard.retries.push(context.retryNum);
  });
  const server = await app.start(0);
  if (server instanceof Server) {
    const { port } = server.address() as AddressInfo;
    workspace.connect(`http://127.0.0.1:${port}/slack/events`);
  }
  return { app, heard, stop: () => app.stop() };
};
