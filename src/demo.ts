import { mkdir, readdir, readFile, rm } from 'node:fs/promises';
import { join, relative, resolve } from 'node:path';
import { compose } from './compose.ts';
import type { Soundings } from './lifecycle.ts';
import { startClock } from './practice/demo/clock.ts';
import { play } from './practice/demo/play.ts';
import { addTeam } from './practice/team.ts';
import { startWorkspace, type Workspace } from './practice/workspace.ts';

const root = resolve(import.meta.dirname, '..');
const usualFolder = join(root, 'data', 'demo');
/** How long the consultation seems to have been open. */
const DAYS_OPEN = 9;
/** Lines of the submission that are shown. */
const FIRST_SCREEN = 40;

const tell = (line: string): void => console.log(line);

/** Runs the main job before the reader's eyes: the real app over HTTP, in a workspace that is not Slack's. */
async function demo(dataDir: string): Promise<void> {
  await emptied(dataDir);
  const clock = startClock(DAYS_OPEN);
  const workspace = await practiceWorkspace(clock.now);
  const soundings = await startApp(workspace, dataDir, clock.now);
  tell('The app runs over HTTP, against a stand-in for Slack. Everybody in it is invented.');
  const team = addTeam(workspace);
  const members = Object.values(team);
  const channel = workspace.addChannel({ name: 'care-review', members });
  const elsewhere = workspace.addChannel({ name: 'practice-forum', members });
  const files = await play({ workspace, team, clock, channel, elsewhere, tell });
  await soundings.stop();
  await workspace.stop();
  if (workspace.complaints.length > 0)
    throw new Error(`Slack would object:\n${workspace.complaints.join('\n')}`);
  await show(join(dataDir, 'exports'), files);
}

/** The demo's own folder is emptied; any other that it is given must be empty already. */
async function emptied(folder: string): Promise<void> {
  if (folder === usualFolder) await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  if ((await readdir(folder)).length > 0)
    throw new Error(`${folder} is not empty: name an empty folder, or none.`);
}

type Manifest = {
  oauth_config: { scopes: { bot: string[] } };
  settings: { event_subscriptions: { bot_events: string[] } };
};

/** With the scopes and events that a real workspace would grant. */
async function practiceWorkspace(now: () => Date): Promise<Workspace> {
  const manifest: Manifest = JSON.parse(await readFile(join(root, 'manifest.json'), 'utf8'));
  return startWorkspace({
    scopes: manifest.oauth_config.scopes.bot,
    events: manifest.settings.event_subscriptions.bot_events,
    postIntervalMs: 1_000,
    now,
  });
}

async function startApp(workspace: Workspace, dataDir: string, now: () => Date): Promise<Soundings> {
  const { botToken, signingSecret, apiUrl, connect } = workspace;
  const soundings = await compose(
    {
      botToken,
      connection: { kind: 'http', signingSecret },
      port: 0,
      slackApiUrl: apiUrl,
      dataDir,
      databaseUrl: null,
      templatesDir: join(root, 'templates'),
      timeZone: 'Europe/London',
      logLevel: 'error',
    },
    { now },
  );
  connect(`http://127.0.0.1:${await soundings.start()}/slack/events`);
  return soundings;
}

async function show(exports: string, files: Map<string, string>): Promise<void> {
  tell('');
  for (const [name, file] of files) tell(`${name}: ${relative(process.cwd(), join(exports, file))}`);
  const submission = await readFile(join(exports, files.get('Submission') ?? ''), 'utf8');
  tell(`\nThe submission begins:\n\n${submission.split('\n').slice(0, FIRST_SCREEN).join('\n')}`);
}

try {
  const [given] = process.argv.slice(2);
  await demo(given === undefined ? usualFolder : resolve(given));
} catch (error) {
  console.error(`The demo failed: ${error instanceof Error ? error.message : error}`);
  process.exit(1);
}
