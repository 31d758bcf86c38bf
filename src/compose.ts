import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { App } from '@slack/bolt';
import type { Config } from './config.ts';
import { exportKeeper } from './keep-export.ts';
import { createLog, type Log } from './log.ts';
import { makeApart } from './make-apart.ts';
import { loadPacks } from './packs/load-packs.ts';
import { createAnnouncing } from './slack/announcing.ts';
import { createBackground } from './slack/background.ts';
import { createClients } from './slack/clients.ts';
import { holdAcks } from './slack/hold-acks.ts';
import { httpTransport, type Transport } from './slack/http-transport.ts';
import { type Installation, readInstallation } from './slack/installation.ts';
import { createMembers } from './slack/members.ts';
import { createPoster } from './slack/post-once.ts';
import { createReconciling } from './slack/reconciling.ts';
import { replyWithErrors } from './slack/reply-with-errors.ts';
import { addRoutes } from './slack/routes.ts';
import { slackLogger } from './slack/slack-logger.ts';
import { socketTransport } from './slack/socket-transport.ts';
import type { Surroundings } from './slack/surroundings.ts';
import { createWorkspace } from './slack/workspace.ts';
import { openLowdbStore } from './store/lowdb-store.ts';
import type { Deps } from './usecases/deps.ts';

/** The app, put together and not yet started. */
export type Soundings = {
  /** Resolves with the port when requests can come in. */
  start(): Promise<number>;
  /** Takes nothing more, finishes what is in hand, then lets go of everything; asked again, it is the same stop. */
  stop(): Promise<void>;
};

/** What a test or the demo may set otherwise. */
export type Conduct = {
  now(): Date;
  newId(): string;
  /** Between two posts in a channel: Slack takes about one a second. */
  postIntervalMs: number;
  reconcileEveryMs: number;
  /** Socket Mode: the pause before a lost connection is opened again. */
  reconnectMs: number;
  makeDocument: Deps['makeDocument'];
  /** null: to standard error, at the level that is set. */
  log: Log | null;
};

const usual: Conduct = {
  now: () => new Date(),
  newId: randomUUID,
  postIntervalMs: 1_000,
  reconcileEveryMs: 10 * 60 * 1_000,
  reconnectMs: 5_000,
  makeDocument: makeApart,
  log: null,
};

/** Builds everything there is, and is the only place that does. Throws a SetupError for what its keeper must mend. */
export async function compose(config: Config, conduct: Partial<Conduct> = {}): Promise<Soundings> {
  const { now, newId, postIntervalMs, reconcileEveryMs, reconnectMs, makeDocument, ...given } = {
    ...usual,
    ...conduct,
  };
  const log = given.log ?? createLog(config.logLevel);
  const { packs, cues } = await loadPacks(config.templatesDir);
  const clients = createClients(config.botToken, config.slackApiUrl, slackLogger(log));
  const installation = await readInstallation(clients.posting);
  const store = await openLowdbStore(config.dataDir);
  const background = createBackground(log);
  const members = createMembers(clients.interactive, installation.workspaceId, now);
  const post = createPoster({
    posting: clients.posting,
    reading: clients.background,
    pause,
    intervalMs: postIntervalMs,
  });
  const workspace = createWorkspace({ installation, clients, members, post, background, now });
  const keepExport = exportKeeper(join(config.dataDir, 'exports'), newId);
  const deps: Deps = {
    store,
    workspace,
    packs,
    cues,
    timeZone: config.timeZone,
    makeDocument,
    keepExport,
    now,
    newId,
  };
  const reconciling = createReconciling(deps, background, createAnnouncing(deps, background, clients));
  const slack: Surroundings = {
    deps,
    installation,
    clients,
    members,
    background,
    reconciling,
    log,
  };
  const transport = transportOf(config, reconnectMs, log);
  boltApp(config, transport, slack);
  return lifecycle({ transport, slack, reconcileEveryMs });
}

function transportOf({ connection, port, slackApiUrl }: Config, reconnectMs: number, log: Log): Transport {
  const logger = slackLogger(log);
  return connection.kind === 'http'
    ? httpTransport(connection.signingSecret, port, logger)
    : socketTransport({ appToken: connection.appToken, port, slackApiUrl, reconnectMs, logger });
}

function boltApp({ botToken, slackApiUrl }: Config, { receiver }: Transport, slack: Surroundings): void {
  const { botUserId, botId, teamId }: Installation = slack.installation;
  const app = new App({
    receiver,
    authorize: async () => ({ botToken, botUserId, botId, teamId }),
    clientOptions: { retryConfig: { retries: 0 }, ...(slackApiUrl === null ? {} : { slackApiUrl }) },
    convoStore: false,
    logger: slackLogger(slack.log),
  });
  holdAcks(app, slack.background);
  app.use(replyWithErrors(slack.log, slack.clients, slack.deps.newId));
  addRoutes(app, slack);
}

type Parts = { transport: Transport; slack: Surroundings; reconcileEveryMs: number };

function lifecycle({
  transport,
  slack: { reconciling, background, deps },
  reconcileEveryMs,
}: Parts): Soundings {
  let tick: NodeJS.Timeout | undefined;
  let stopped: Promise<void> | undefined;
  async function stop(): Promise<void> {
    clearInterval(tick);
    try {
      await transport.refuse();
      await background.stop();
      await transport.disconnect();
    } finally {
      await deps.store.close();
    }
  }
  return {
    async start() {
      const port = await transport.start();
      transport.onConnected(() => void reconciling.all());
      void reconciling.all();
      tick = setInterval(() => void reconciling.all(), reconcileEveryMs);
      return port;
    },
    stop() {
      stopped ??= stop();
      return stopped;
    },
  };
}
