import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { onTestFinished } from 'vitest';
import { makeDocument } from '../../src/export/make-document.ts';
import { keptExports } from '../../src/kept-exports.ts';
import { createMetrics } from '../../src/metrics.ts';
import type { Workspace as StandIn } from '../../src/practice/workspace.ts';
import { createBackground } from '../../src/slack/background.ts';
import { createClients } from '../../src/slack/clients.ts';
import { readInstallation } from '../../src/slack/installation.ts';
import { createMarking } from '../../src/slack/marking.ts';
import { createMembers } from '../../src/slack/members.ts';
import { createPoster } from '../../src/slack/post-once.ts';
import { slackLogger } from '../../src/slack/slack-logger.ts';
import { createWorkspace } from '../../src/slack/workspace.ts';
import { openLowdbStore } from '../../src/store/lowdb-store.ts';
import type { Deps } from '../../src/usecases/deps.ts';
import { temporaryFolder } from '../office.ts';
import { shippedTemplates } from '../shipped-templates.ts';

const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };

/** What the use cases get in the app: a store on disk, the shipped pack and screen, and Slack as the stand-in plays it. */
export async function realDeps(standIn: StandIn, now = () => new Date()): Promise<Deps> {
  const dataDir = await temporaryFolder();
  const templates = await shippedTemplates();
  const clients = createClients(standIn.botToken, standIn.apiUrl, slackLogger(silent), createMetrics());
  const installation = await readInstallation(clients.posting);
  const store = await openLowdbStore(dataDir);
  onTestFinished(() => store.close());
  const background = createBackground(silent);
  onTestFinished(() => background.stop());
  const marking = createMarking(clients.marking);
  const members = createMembers(clients.interactive, installation.workspaceId, now);
  const posting = { posting: clients.posting, reading: clients.background };
  const post = createPoster({ ...posting, pause, intervalMs: 0 });
  return {
    store,
    workspace: createWorkspace({ installation, clients, marking, members, post, background, now }),
    ...templates,
    timeZone: 'Europe/London',
    makeDocument: async (format, record) => makeDocument(format, record),
    exports: keptExports(join(dataDir, 'exports'), randomUUID),
    onCaptured: () => undefined,
    now,
    newId: randomUUID,
  };
}
