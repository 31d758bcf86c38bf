import type { Config } from './config.ts';
import type { Log } from './log.ts';
import type { Probes } from './slack/health.ts';
import { httpTransport, type Transport } from './slack/http-transport.ts';
import { slackLogger } from './slack/slack-logger.ts';
import { socketTransport } from './slack/socket-transport.ts';

type Ways = { reconnectMs: number; wallClock(): Date; probes: Probes };

/** The way to Slack that the settings name. */
export function transportOf(
  { connection, port, slackApiUrl }: Config,
  { reconnectMs, wallClock, probes }: Ways,
  log: Log,
): Transport {
  const logger = slackLogger(log);
  return connection.kind === 'http'
    ? httpTransport({ signingSecret: connection.signingSecret, port, probes, logger, wallClock })
    : socketTransport({ appToken: connection.appToken, port, probes, slackApiUrl, reconnectMs, logger });
}
