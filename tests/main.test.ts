import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import type { Workspace } from '../src/practice/workspace.ts';
import { emptyWorkspace, temporaryFolder } from './office.ts';

const root = join(import.meta.dirname, '..');
/** Inside the project, so that the built app finds its packages; `npm start` is the same with dist/. */
const built = join(root, 'node_modules/.cache/soundings');

beforeAll(() => {
  execFileSync('npx', ['tsc', '-p', 'tsconfig.build.json', '--outDir', built], { cwd: root });
}, 60_000);

type Running = {
  child: ChildProcess;
  stdout: () => string;
  stderr: () => string;
  ended: Promise<number | null>;
};

function startMain(settings: Record<string, string>): Running {
  const child = spawn(process.execPath, [join(built, 'main.js')], {
    cwd: root,
    env: { PATH: process.env.PATH ?? '', LOG_LEVEL: 'error', ...settings },
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

describe('killed in the middle of a burst', () => {
  it('has every reply that it acked, once, and finds the others again', async () => {
    const workspace = await emptyWorkspace();
    const dataDir = await temporaryFolder();
    const settings = settingsFor(workspace, dataDir);
    const people = ['Ada', 'Bo', 'Cy', 'Di'].map((name) => workspace.addPerson({ name }));
    const [lead] = people;
    const channel = workspace.addChannel({ name: 'care-review', members: people });
    const first = await ready(workspace, settings);
    workspace.connect(`http://127.0.0.1:${first.port}/slack/events`);
    await lead?.types(channel, '/soundings new');
    const form = await workspace.until(() => lead && workspace.openView(lead), 'the form');
    await lead?.submits(form, { title: 'T', responding_as: 'E', deadline: new Date('2031-03-31T17:00:00Z') });
    await workspace.until(() => workspace.calls('conversations.replies').length >= 4, 'the threads', 15_000);
    const [, funding] = workspace.messages(channel);

    const sent = people.flatMap((person) =>
      Array.from({ length: 60 }, (_, n) =>
        person.replies(channel, funding?.ts ?? '', `Point ${n} of ${person.name}`),
      ),
    );
    const ackedReplies = () =>
      workspace
        .deliveries()
        .filter(({ statuses, body }) => statuses.includes(200) && JSON.stringify(body).includes('Point '));
    await workspace.until(() => ackedReplies().length >= 40, 'some of the burst to be acked');
    first.child.kill('SIGKILL');
    await first.ended;
    await workspace.settled();
    const acked = ackedReplies().map(({ body }) => (body.event as { ts: string }).ts);

    const stored = await storedTs(dataDir);
    expect(acked.filter((ts) => !stored.includes(ts))).toEqual([]);
    expect(new Set(stored).size).toBe(stored.length);

    const second = await ready(workspace, settings);
    workspace.connect(`http://127.0.0.1:${second.port}/slack/events`);
    await workspace.until(
      () => sent.every((ts) => workspace.reactionsOn(channel, ts).length > 0),
      'every reply to be recorded',
      15_000,
    );

    // A signal to the whole group while a document is being made: it is finished and delivered all the same.
    await lead?.types(channel, '/soundings export markdown');
    await workspace.until(() => childrenOf(second.child) !== '', 'the process that makes it');
    process.kill(-(second.child.pid ?? 0), 'SIGTERM');
    expect(await second.ended).toBe(0);
    await workspace.until(() => workspace.filesIn(channel).length === 1, 'the file');
    expect((await storedTs(dataDir)).sort()).toEqual([...sent].sort());
  }, 60_000);
});

const childrenOf = ({ pid }: ChildProcess) => readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8');

async function storedTs(dataDir: string): Promise<string[]> {
  const [folder = ''] = await readdir(join(dataDir, 'consultations'));
  const place = join(dataDir, 'consultations', folder);
  const files = (await readdir(place)).filter((name) => /^contributions-\d+\.json$/.test(name));
  const texts = await Promise.all(files.map((name) => readFile(join(place, name), 'utf8')));
  return texts.flatMap((text) => [...text.matchAll(/"messageTs": "([\d.]+)"/g)].map(([, ts]) => ts ?? ''));
}
