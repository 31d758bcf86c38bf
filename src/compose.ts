import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Config } from './config.ts';
import { countCaptures } from './count-captures.ts';
import { countErrors } from './count-errors.ts';
import { keptExports, removeUnfinished } from './kept-exports.ts';
import { lifecycle, type Soundings } from './lifecycle.ts';
import { loadTemplates } from './load-templates.ts';
import { createLog, type Log } from './log.ts';
import { makeApart } from './make-apart.ts';
import { createMetrics } from './metrics.ts';
import { openStore } from './open-store.ts';
import { operations } from './operations.ts';
import { createAnnouncing } from './slack/announcing.ts';
import { createBackground } from './slack/background.ts';
import { createBoltApp } from './slack/bolt-app.ts';
import { createClients } from './slack/clients.ts';
import type { Transport } from './slack/http-transport.ts';
import { readInstallation } from './slack/installation.ts';
import { createMarking } from './slack/marking.ts';
import { createMembers } from './slack/members.ts';
import { createPoster } from './slack/post-once.ts';
import { createReconciling } from './slack/reconciling.ts';
import { slackLogger } from './slack/slack-logger.ts';
import type { Surroundings } from './slack/surroundings.ts';
import { createWorkspace } from './slack/workspace.ts';
import { createInOrder } from './store/in-order.ts';
import { transportOf } from './transport-of.ts';
import type { Deps } from './usecases/deps.ts';
import { warmUp } from './warm-up.ts';
import { watchStore } from './watch-store.ts';

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
  loadTemplates: typeof loadTemplates;
  warmUp: typeof warmUp;
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
  loadTemplates,
  warmUp,
  log: null,
};

/** Builds everything there is, and is the only place that does. Throws a SetupError for what its keeper must mend. */
export async function compose(config: Config, conduct: Partial<Conduct> = {}): Promise<Soundings> {
  const { now, newId, postIntervalMs, reconcileEveryMs, remindEveryMs, makeDocument, ...given } = {
    ...usual,
    ...conduct,
  };
  const metrics = createMetrics();
  const log = countErrors(given.log ?? createLog(config.logLevel), metrics);
  const clients = createClients(config.botToken, config.slackApiUrl, slackLogger(log), metrics);
  const [installation, templates] = await Promise.all([
    readInstallation(clients.posting),
    given.loadTemplates(config.templatesDir),
  ]);
  const store = watchStore(await openStore(config), metrics);
  const background = createBackground(log);
  const members = createMembers(clients.interactive, installation.workspaceId, now);
  const post = createPoster({
    posting: clients.posting,
    reading: clients.background,
    pause,
    intervalMs: postIntervalMs,
  });
  const marking = createMarking(clients.marking);
  const workspace = createWorkspace({ installation, clients, marking, members, post, background, now });
  const exports = await openExports(config, newId, given.wallClock);
  const inOrder = createInOrder();
  const deps: Deps = {
    store,
    workspace,
    ...templates,
    timeZone: config.timeZone,
    // One at a time: each takes a whole core, and its record a second time in memory.
    makeDocument: (format, record) => inOrder('a document', () => makeDocument(format, record)),
    exports,
    onCaptured: countCaptures(metrics, now),
    now,
    newId,
  };
  const reconciling = createReconciling(deps, background, createAnnouncing(deps, background, clients));
  const slack: Surroundings = {
    deps,
    installation,
    clients,
    marking,
    members,
    background,
    reconciling,
    log,
    about: {},
  };
  const isConnected = () => transport.isConnected();
  const probes = operations({ metrics, store, background, isConnected, log });
  const transport: Transport = transportOf(config, { ...given, probes }, log);
  createBoltApp(config, transport, slack, metrics);
  const warm = () => given.warmUp(templates.screens.values());
  return lifecycle({ transport, slack, metrics, warmUp: warm, reconcileEveryMs, remindEveryMs });
}

/** With PostgreSQL several processes share the folder: nobody takes an hour to write a file. */
const WRITTEN_WITHIN_MS = 60 * 60 * 1_000;

async function openExports(
  { dataDir, databaseUrl }: Config,
  newId: Conduct['newId'],
  wallClock: Conduct['wallClock'],
): Promise<Deps['exports']> {
  const folder = join(dataDir, 'exports');
  const exports = keptExports(folder, newId);
  const startedAt = wallClock().getTime();
  const isOld = (writtenAt: Date) => startedAt - writtenAt.getTime() > WRITTEN_WITHIN_MS;
  await removeUnfinished(folder, exports, databaseUrl === null ? () => true : isOld);
  return exports;
}
