import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { App } from '@slack/bolt';
import type { Config } from './config.ts';
import { createScreen } from './domain/screening/screen.ts';
import { screenListsFor } from './domain/screening/screen-lists-for.ts';
import { keptExports, removeUnfinished } from './kept-exports.ts';
import { createLog, type Log } from './log.ts';
import { makeApart } from './make-apart.ts';
import { openStore } from './open-store.ts';
import { loadPacks } from './packs/load-packs.ts';
import { repeatedly } from './repeatedly.ts';
import { createAnnouncing } from './slack/announcing.ts';
import { createBackground } from './slack/background.ts';
import { createClients } from './slack/clients.ts';
import { holdAcks } from './slack/hold-acks.ts';
import { httpTransport, type Transport } from './slack/http-transport.ts';
import { type Installation, readInstallation } from './slack/installation.ts';
import { createMembers } from './slack/members.ts';
import { onlyOurs } from './slack/only-ours.ts';
import { createPoster } from './slack/post-once.ts';
import { createReconciling } from './slack/reconciling.ts';
import { replyWithErrors } from './slack/reply-with-errors.ts';
import { addRoutes } from './slack/routes.ts';
import { slackLogger } from './slack/slack-logger.ts';
import { socketTransport } from './slack/socket-transport.ts';
import type { Surroundings } from './slack/surroundings.ts';
import { createWorkspace } from './slack/workspace.ts';
import type { Deps } from './usecases/deps.ts';
import { sendReminders } from './usecases/send-reminders.ts';

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
  /** By which Slack's requests are dated, and Bolt judges their age: the real one, whatever `now` says. */
  wallClock(): Date;
  newId(): string;
  /** Between two posts in a channel: Slack takes about one a second. */
  postIntervalMs: number;
  reconcileEveryMs: number;
  /** How often it is asked whose reminder is due: no timer of days, which a sleep or a change of the clock would upset. */
  remindEveryMs: number;
  /** Socket Mode: the pause before a lost connection is opened again. */
  reconnectMs: number;
  makeDocument: Deps['makeDocument'];
  /** null: to standard error, at the level that is set. */
  log: Log | null;
};

const usual: Conduct = {
  now: () => new Date(),
  wallClock: () => new Date(),
  newId: randomUUID,
  postIntervalMs: 1_000,
  reconcileEveryMs: 10 * 60 * 1_000,
  remindEveryMs: 60 * 1_000,
  reconnectMs: 5_000,
  makeDocument: makeApart,
  log: null,
};

/** Builds everything there is, and is the only place that does. Throws a SetupError for what its keeper must mend. */
export async function compose(config: Config, conduct: Partial<Conduct> = {}): Promise<Soundings> {
  const { now, newId, postIntervalMs, reconcileEveryMs, remindEveryMs, makeDocument, ...given } = {
    ...usual,
    ...conduct,
  };
  const log = given.log ?? createLog(config.logLevel);
  const { packs, cues, screenLists } = await loadPacks(config.templatesDir);
  const screens = new Map(
    packs.map((pack) => [pack.id, createScreen(screenListsFor(screenLists, pack), cues.holdBack)]),
  );
  const clients = createClients(config.botToken, config.slackApiUrl, slackLogger(log));
  const installation = await readInstallation(clients.posting);
  const store = await openStore(config);
  const background = createBackground(log);
  const members = createMembers(clients.interactive, installation.workspaceId, now);
  const post = createPoster({
    posting: clients.posting,
    reading: clients.background,
    pause,
    intervalMs: postIntervalMs,
  });
  const workspace = createWorkspace({ installation, clients, members, post, background, now });
  const exports = keptExports(join(config.dataDir, 'exports'), newId);
  await removeUnfinished(exports);
  const deps: Deps = {
    store,
    workspace,
    packs,
    cues,
    screenLists,
    screens,
    timeZone: config.timeZone,
    makeDocument,
    exports,
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
  const transport = transportOf(config, given, log);
  boltApp(config, transport, slack);
  return lifecycle({ transport, slack, reconcileEveryMs, remindEveryMs });
}

function transportOf(
  { connection, port, slackApiUrl }: Config,
  { reconnectMs, wallClock }: Pick<Conduct, 'reconnectMs' | 'wallClock'>,
  log: Log,
): Transport {
  const logger = slackLogger(log);
  return connection.kind === 'http'
    ? httpTransport({ signingSecret: connection.signingSecret, port, logger, wallClock })
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
  app.use(onlyOurs(slack.installation));
  addRoutes(app, slack);
}

type Parts = { transport: Transport; slack: Surroundings; reconcileEveryMs: number; remindEveryMs: number };

function lifecycle({
  transport,
  slack: { reconciling, background, deps },
  reconcileEveryMs,
  remindEveryMs,
}: Parts): Soundings {
  let endings: (() => void)[] = [];
  const remind = () => background.run('send reminders', () => sendReminders(deps, {}));
  let stopped: Promise<void> | undefined;
  async function stop(): Promise<void> {
    for (const end of endings) end();
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
      endings = [repeatedly(reconciling.all, reconcileEveryMs), repeatedly(remind, remindEveryMs)];
      return port;
    },
    stop() {
      stopped ??= stop();
      return stopped;
    },
  };
}
