import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, inject, it, onTestFinished } from 'vitest';
import type { Workspace } from '../src/practice/workspace.ts';
import { childrenOf } from './children-of.ts';
import { emptyWorkspace, temporaryFolder } from './office.ts';
import { onlyThese } from './only-these.ts';

const root = join(import.meta.dirname, '..');
/** `npm start` is the same with dist/. */
const main = join(inject('builtApp'), 'main.js');

type Running = {
  child: ChildProcess;
  stdout: () => string;
  stderr: () => string;
  ended: Promise<number | null>;
};

function startMain(settings: Record<string, string>): Running {
  const child = spawn(process.execPath, [main], {
    cwd: root,
    env: onlyThese({ LOG_LEVEL: 'error', ...settings }),
    // A group of its own, which a test can send a signal to, as Ctrl-C does.
    detached: true,
  });
  let stdout = '';
  let stderr = '';
  child.stdout?.on('data', (chunk) => (stdout += chunk));
  child.stderr?.on('data', (chunk) => (stderr += chunk));
  const ended = once(child, 'exit').then(([code]) => code as number | null);
  onTestFinished(() => void child.kill('SIGKILL'));
  return { child, stdout: () => stdout, stderr: () => stderr, ended };
}

const settingsFor = (workspace: Workspace, dataDir: string) => ({
  SLACK_BOT_TOKEN: workspace.botToken,
  SLACK_SIGNING_SECRET: workspace.signingSecret,
  SLACK_API_URL: workspace.apiUrl,
  DATA_DIR: dataDir,
  PORT: '0',
});

/** Starts it and gives the port that its one line names. */
async function ready(
  workspace: Workspace,
  settings: Record<string, string>,
): Promise<Running & { port: number }> {
  const running = startMain(settings);
  const port = await workspace.until(() => {
    if (running.child.exitCode !== null) throw new Error(running.stderr());
    return Number(running.stdout().match(/port (\d+)/)?.[1]);
  }, 'the line that it is ready');
  return { ...running, port };
}

describe('npm start', () => {
  it('says all that is missing at once, without a stack trace, and ends with 1', async () => {
    const { ended, stderr, stdout } = startMain({ TIME_ZONE: 'Nowhere' });
    expect(await ended).toBe(1);
    expect(stderr()).toMatch(/SLACK_BOT_TOKEN[\s\S]*TIME_ZONE[\s\S]*SLACK_APP_TOKEN/);
    expect(stderr()).not.toMatch(/ at /);
    expect(stdout()).toBe('');
  });

  it('writes one line when it is ready, answers /health, and ends with 0 on SIGTERM', async () => {
    const workspace = await emptyWorkspace();
    const { port, child, ended, stdout } = await ready(
      workspace,
      settingsFor(workspace, await temporaryFolder()),
    );
    expect(stdout().trim().split('\n')).toEqual([`Soundings is ready: HTTP mode, port ${port}.`]);
    const health = await fetch(`http://127.0.0.1:${port}/health`);
    expect([health.status, await health.json()]).toEqual([200, { status: 'ok' }]);
    child.kill('SIGTERM');
    expect(await ended).toBe(0);
  });

  it('answers /health in Socket Mode too', async () => {
    const workspace = await emptyWorkspace();
    const settings = {
      ...settingsFor(workspace, await temporaryFolder()),
      SLACK_APP_TOKEN: workspace.appToken,
    };
    const { port, stdout, child, ended } = await ready(workspace, settings);
    expect(stdout()).toContain('Socket Mode');
    expect((await fetch(`http://127.0.0.1:${port}/health`)).status).toBe(200);
    child.kill('SIGTERM');
    expect(await ended).toBe(0);
  });

  it('names a token that Slack refuses', async () => {
    const workspace = await emptyWorkspace();
    const settings = settingsFor(workspace, await temporaryFolder());
    const { ended, stderr } = startMain({ ...settings, SLACK_BOT_TOKEN: 'xoxb-wrong' });
    expect(await ended).toBe(1);
    expect(stderr()).toContain('Slack refused SLACK_BOT_TOKEN (invalid_auth)');
    expect(stderr()).not.toContain('xoxb-wrong');
  });

  it('names an app token that Slack refuses', async () => {
    const workspace = await emptyWorkspace();
    const settings = settingsFor(workspace, await temporaryFolder());
    const { ended, stderr } = startMain({ ...settings, SLACK_APP_TOKEN: 'xapp-wrong' });
    expect(await ended).toBe(1);
    expect(stderr()).toContain('Slack refused SLACK_APP_TOKEN (invalid_auth)');
    expect(stderr()).not.toMatch(/xapp-wrong|"at"|^\s+at /m);
  });

  it('ends with 1, in order and saying where, when what it rests on fails unheard', async () => {
    const workspace = await emptyWorkspace();
    const dataDir = await temporaryFolder();
    const settings = { ...settingsFor(workspace, dataDir), SLACK_APP_TOKEN: workspace.appToken };
    const { ended, stderr } = await ready(workspace, settings);
    workspace.failNext('apps.connections.open', { error: 'invalid_auth' });
    workspace.socket.cut();
    expect(await ended).toBe(1);
    const last = JSON.parse(stderr().trim().split('\n').at(-1) ?? '');
    expect(last).toMatchObject({ error: { slackError: 'invalid_auth' } });
    expect(stderr()).not.toContain('An API error occurred');
  });

  it('refuses a data folder that another process holds, and names that process', async () => {
    const workspace = await emptyWorkspace();
    const settings = settingsFor(workspace, await temporaryFolder());
    const first = await ready(workspace, settings);
    const second = startMain(settings);
    expect(await second.ended).toBe(1);
    expect(second.stderr()).toContain(String(first.child.pid));
    expect(first.child.exitCode).toBeNull();
  });

  it('refuses a broken file, names it, and leaves it as it is', async () => {
    const workspace = await emptyWorkspace();
    const dataDir = await temporaryFolder();
    const settings = settingsFor(workspace, dataDir);
    const { child, ended } = await ready(workspace, settings);
    child.kill('SIGTERM');
    await ended;
    await writeFile(join(dataDir, 'store.json'), '{"format": "sound');
    const again = startMain(settings);
    expect(await again.ended).toBe(1);
    expect(again.stderr()).toContain('store.json');
    expect(again.stderr()).not.toMatch(/ at /);
    expect(await readFile(join(dataDir, 'store.json'), 'utf8')).toBe('{"format": "sound');
  });

  it('refuses a wrong pack with file, path and reason', async () => {
    const workspace = await emptyWorkspace();
    const templates = await temporaryFolder();
    await mkdir(join(templates, 'mine'));
    await writeFile(join(templates, 'mine', 'pack.yaml'), 'id: mine\ntitle: ""\n');
    const settings = { ...settingsFor(workspace, await temporaryFolder()), TEMPLATES_DIR: templates };
    const { ended, stderr } = startMain(settings);
    expect(await ended).toBe(1);
    expect(stderr()).toMatch(/mine\/pack\.yaml: title: /);
  });
});

describe('a signal to the whole group, as Ctrl-C sends it', () => {
  it('lets a document that is being made be finished and delivered', async () => {
    const workspace = await emptyWorkspace();
    const lead = workspace.addPerson({ name: 'Ada' });
    const channel = workspace.addChannel({ name: 'care-review', members: [lead] });
    const { child, ended, port } = await ready(workspace, settingsFor(workspace, await temporaryFolder()));
    workspace.connect(`http://127.0.0.1:${port}/slack/events`);
    await lead.types(channel, '/soundings new');
    const form = await workspace.until(() => workspace.openView(lead), 'the form');
    await lead.submits(form, { title: 'T', responding_as: 'E', deadline: new Date('2031-03-31T17:00:00Z') });
    await workspace.until(() => workspace.calls('conversations.replies').length >= 4, 'the threads', 15_000);
    await lead.types(channel, '/soundings export markdown');
    await workspace.until(() => childrenOf(Number(child.pid)).length > 0, 'the process that makes it');
    process.kill(-(child.pid ?? 0), 'SIGTERM');
    expect(await ended).toBe(0);
    await workspace.until(() => workspace.filesIn(channel).length === 1, 'the file');
  });
});
