import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished } from 'vitest';
import manifest from '../manifest.json' with { type: 'json' };
import { type Conduct, compose } from '../src/compose.ts';
import { makeDocument } from '../src/export/make-document.ts';
import type { Soundings } from '../src/lifecycle.ts';
import type { Log } from '../src/log.ts';
import { startWorkspace, type Workspace } from '../src/practice/workspace.ts';
import { shippedTemplates } from './shipped-templates.ts';

/** A day of the deadline in the forms of these tests: far enough to stay in the future. */
export const DEADLINE = new Date('2031-03-31T17:00:00Z');

type Setting = Partial<Conduct> & {
  mode?: 'http' | 'socket';
  dataDir?: string;
  /** null: the embedded store, in dataDir. */
  databaseUrl?: string | null;
  /** What the test means to go wrong, by the log's own words; anything else that is logged fails it. */
  expects?: string[];
};

/** A log that is looked at: a test ends badly when something went wrong that it did not mean to. */
function watchedLog(expects: string[]): Log {
  const errors: string[] = [];
  onTestFinished(() => expect(errors).toEqual([]));
  return {
    info: () => undefined,
    warn: () => undefined,
    error: (what, error) => {
      if (!expects.includes(what)) errors.push(`${what}: ${error instanceof Error ? error.stack : error}`);
    },
  };
}

/** A workspace with the manifest's scopes and events, and nothing running in it. */
export async function emptyWorkspace(
  options: { postIntervalMs?: number; answerWithinMs?: number } = {},
): Promise<Workspace> {
  const workspace = await startWorkspace({
    scopes: manifest.oauth_config.scopes.bot,
    events: manifest.settings.event_subscriptions.bot_events,
    ...options,
  });
  onTestFinished(() => workspace.stop());
  return workspace;
}

export async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'soundings-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

/** The real app against the workspace, which sends to it from now on; stopped when the test ends, unless the test stopped it. */
export async function startApp(
  workspace: Workspace,
  dataDir: string,
  setting: Setting = {},
): Promise<Soundings & { address: string }> {
  const { mode = 'http', expects = [], dataDir: _dataDir, databaseUrl = null, ...conduct } = setting;
  const connection =
    mode === 'http'
      ? ({ kind: 'http', signingSecret: workspace.signingSecret } as const)
      : ({ kind: 'socket', appToken: workspace.appToken } as const);
  const soundings = await compose(
    {
      botToken: workspace.botToken,
      connection,
      port: 0,
      slackApiUrl: workspace.apiUrl,
      dataDir,
      databaseUrl,
      templatesDir: 'templates',
      timeZone: 'Europe/London',
      logLevel: 'error',
    },
    {
      postIntervalMs: 0,
      makeDocument: async (format, record) => makeDocument(format, record),
      loadTemplates: shippedTemplates,
      warmUp: async () => undefined,
      log: watchedLog(expects),
      ...conduct,
    },
  );
  let stopped: Promise<void> | undefined;
  const stop = () => {
    stopped ??= soundings.stop();
    return stopped;
  };
  onTestFinished(stop);
  const port = await soundings.start();
  const address = `http://127.0.0.1:${port}/slack/events`;
  if (mode === 'http') workspace.connect(address);
  return { start: soundings.start, stop, address };
}

/** A workspace with the app in a channel of three people: Ruth leads, Omar is an editor, Bea replies. */
export async function office(setting: Setting = {}) {
  const workspace = await emptyWorkspace();
  const dataDir = setting.dataDir ?? (await temporaryFolder());
  const ruth = workspace.addPerson({ name: 'Ruth Adeyemi' });
  const omar = workspace.addPerson({ name: 'Omar Haddad' });
  const bea = workspace.addPerson({ name: 'Bea Lindqvist' });
  const stranger = workspace.addPerson({ name: 'Sol Marchetti' });
  const channel = workspace.addChannel({ name: 'care-review', members: [ruth, omar, bea] });
  const app = await startApp(workspace, dataDir, setting);
  return { workspace, dataDir, app, ruth, omar, bea, stranger, channel };
}
export type Office = Awaited<ReturnType<typeof office>>;

/** Ruth opens the consultation through its form; resolves once every message of it stands. */
export async function openedConsultation(setting: Setting = {}, values: Record<string, unknown> = {}) {
  const there = await office(setting);
  const threads = await opens(there, values);
  return { ...there, ...threads };
}

/** Opens a consultation and gives its opening message and its threads, by theme title. */
export async function opens(
  { workspace, ruth, omar, channel }: Pick<Office, 'workspace' | 'ruth' | 'omar' | 'channel'>,
  values: Record<string, unknown> = {},
) {
  const before = workspace.messages(channel).length;
  const readBefore = workspace.calls('conversations.replies').length;
  await ruth.types(channel, '/soundings new');
  const form = await workspace.until(() => workspace.openView(ruth), 'the form for a new consultation');
  const { status, errors } = await ruth.submits(form, {
    title: 'Our response',
    responding_as: 'Eastmarsh Council',
    deadline: DEADLINE,
    editors: [omar],
    ...values,
  });
  if (status !== 200 || Object.keys(errors).length > 0)
    throw new Error(`The form was refused: ${status}, ${JSON.stringify(errors)}`);
  const posted = () => workspace.messages(channel).slice(before);
  await workspace.until(() => posted().length >= 5, 'the opening message and four themes');
  // The threads are read once the app knows them: from then on their replies are its own.
  await workspace.until(
    () => workspace.calls('conversations.replies').length >= readBefore + 4,
    'every thread to be read',
  );
  const [opening, ...themes] = posted();
  if (opening === undefined) throw new Error('There is no opening message');
  const thread = (title: string) => {
    const found = themes.find(({ text }) => text.startsWith(`${title}:`));
    if (found === undefined) throw new Error(`There is no thread ${title}`);
    return found.ts;
  };
  return { opening: opening.ts, thread };
}

/** Resolves once the app's mark stands on a message. */
export const recorded = ({ workspace, channel }: Pick<Office, 'workspace' | 'channel'>, ts: string) =>
  workspace.until(
    () =>
      workspace
        .reactionsOn(channel, ts)
        .some(({ name, users }) => name === 'memo' && users.includes(workspace.botUserId)),
    'the reply to be marked as recorded',
  );

/** The newest file of a kind that the app shared, as text. */
export async function exported(there: Office, person: Office['ruth'], words: string): Promise<string> {
  const { workspace, channel } = there;
  const before = workspace.filesIn(channel).length;
  await person.types(channel, `/soundings ${words}`);
  const file = await workspace.until(() => workspace.filesIn(channel)[before], `the file of ${words}`);
  return file.content.toString('utf8');
}

/** What all files under a folder hold. One that goes meanwhile is the unfinished copy of another. */
export async function everyFileUnder(folder: string): Promise<string> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => `${entry.parentPath}/${entry.name}`);
  const read = (file: string) =>
    readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'ENOENT') throw error;
      return '';
    });
  return (await Promise.all(files.map(read))).join('\n');
}
