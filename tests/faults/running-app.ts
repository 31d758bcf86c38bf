import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { inject, onTestFinished } from 'vitest';
import type { StoreConfig } from '../../src/config.ts';
import type { Workspace } from '../../src/practice/workspace.ts';
import { onlyThese } from '../only-these.ts';

const root = join(import.meta.dirname, '../..');

/** The app in a process of its own. */
export type RunningApp = {
  pid: number;
  /** Ends it as the system does when memory runs out: at once, wherever it is. */
  kill(): Promise<void>;
};

type Setting = {
  mode?: 'http' | 'socket';
  /** In ulimit's words. */
  limits?: string;
  /** How many times as fast its longer waits pass. */
  hurry?: number;
};

/** Starts it, over HTTP unless it is told otherwise; resolves when it is ready and the workspace sends to it. */
export async function runApp(
  workspace: Workspace,
  config: StoreConfig,
  { mode = 'http', limits = '', hurry = 1 }: Setting = {},
): Promise<RunningApp> {
  const app = startApp(workspace, config, { mode, limits, hurry });
  const port = await workspace.until(
    () => {
      if (app.child.exitCode !== null) throw new Error(app.stderr());
      return app.stdout().match(/port (\d+)/)?.[1];
    },
    'the app to be ready',
    60_000,
  );
  if (mode === 'http') workspace.connect(`http://127.0.0.1:${port}/slack/events`);
  return app;
}

function startApp(
  workspace: Workspace,
  { dataDir, databaseUrl }: StoreConfig,
  { mode, limits, hurry }: Required<Setting>,
) {
  // The shell becomes the app: one process, whose id is known.
  const script = `${limits} exec "$0" "$@"`;
  const hurrying = hurry === 1 ? [] : ['--import', hurried(hurry)];
  const command = [process.execPath, ...hurrying, join(inject('builtApp'), 'main.js')];
  const child = spawn('sh', ['-c', script, ...command], {
    cwd: root,
    env: onlyThese({
      LOG_LEVEL: 'error',
      SLACK_BOT_TOKEN: workspace.botToken,
      ...(mode === 'http'
        ? { SLACK_SIGNING_SECRET: workspace.signingSecret }
        : { SLACK_APP_TOKEN: workspace.appToken }),
      SLACK_API_URL: workspace.apiUrl,
      DATA_DIR: dataDir,
      PORT: '0',
      ...(databaseUrl === null ? {} : { DATABASE_URL: databaseUrl }),
    }),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let stdout = '';
  let stderr = '';
  child.stdout.on('data', (chunk) => (stdout += chunk));
  child.stderr.on('data', (chunk) => (stderr += chunk));
  const ended = once(child, 'close');
  const kill = async () => {
    child.kill('SIGKILL');
    await ended;
  };
  onTestFinished(kill);
  return { child, pid: child.pid ?? 0, kill, ended, stdout: () => stdout, stderr: () => stderr };
}

/** A module to be loaded before the app: its timeouts of a second and more, as between attempts at something, pass faster. */
function hurried(times: number): string {
  const module = `
    const wait = globalThis.setTimeout;
    const hurrying = (run, ms, ...given) => wait(run, ms >= 1_000 ? ms / ${times} : ms, ...given);
    globalThis.setTimeout = Object.defineProperties(hurrying, Object.getOwnPropertyDescriptors(wait));
  `;
  return `data:text/javascript,${encodeURIComponent(module)}`;
}
