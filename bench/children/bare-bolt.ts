import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { App, HTTPReceiver, LogLevel } from '@slack/bolt';
import { answerParent } from './answer-parent.ts';

// The floor: the least that an app on Bolt can be, which acks and does nothing else.
const { SLACK_SIGNING_SECRET: signingSecret = '', SLACK_BOT_TOKEN: botToken = '' } = process.env;
const app = new App({
  receiver: new HTTPReceiver({ signingSecret, logLevel: LogLevel.ERROR }),
  authorize: async () => ({ botToken, botId: 'B1', botUserId: 'U1', teamId: 'T1' }),
  convoStore: false,
  logLevel: LogLevel.ERROR,
});
app.command('/soundings', async ({ ack }) => ack());
app.event('message', async () => undefined);
const server = (await app.start(0)) as Server;
console.log(`Bare Bolt is ready: port ${(server.address() as AddressInfo).port}.`);
answerParent({});
