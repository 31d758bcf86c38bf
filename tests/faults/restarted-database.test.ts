import { expect, it, onTestFinished } from 'vitest';
import type { Workspace } from '../../src/practice/workspace.ts';
import { eventually } from '../eventually.ts';
import { office, opens } from '../office.ts';
import { type PostgresServer, startServer } from '../store/postgres/server.ts';
import { broken, counts, someAcked } from './acked.ts';
import { burst } from './burst.ts';
import { kept } from './kept.ts';
import { untruths } from './truth.ts';

const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };

const MOST_CRASHES = 5;

/** Whether Slack was not told at the first time that something was taken. */
const isRefused = (workspace: Workspace): boolean =>
  workspace.deliveries().some(({ statuses }) => statuses.length > 0 && statuses[0] !== 200);

/** Resolves when each event had an answer, or one of them a bad one. */
const answered = (workspace: Workspace) =>
  workspace.until(
    () => isRefused(workspace) || workspace.deliveries().every(({ statuses }) => statuses.length > 0),
    'answers',
    30_000,
  );

/**
 * Crashes the database while people go on, burst after burst, until something of it was refused: however late it goes down,
 * it is in the middle of them. When it was back before anybody missed it, once more.
 */
async function crashed(server: PostgresServer, workspace: Workspace, goOn: () => void): Promise<void> {
  for (let crash = 1; crash <= MOST_CRASHES && !isRefused(workspace); crash += 1) {
    let isBack = false;
    const restarting = server.crashAndRestart().then(() => {
      isBack = true;
    });
    do {
      goOn();
      await answered(workspace);
    } while (!isBack && !isRefused(workspace));
    await restarting;
    await workspace.settled();
  }
}

it('a database that crashes and comes back in the middle of it loses nothing that was acked, and the rest is found', async () => {
  const server = await startServer();
  onTestFinished(server.stop);
  const there = await office({ databaseUrl: server.url, log: silent, reconcileEveryMs: 300 });
  const { workspace, dataDir, ruth, omar, bea, channel } = there;
  const config = { dataDir, databaseUrl: server.url };
  const { thread } = await opens(there);
  const threads = ['Funding', 'Workforce'].map(thread);
  const people = [ruth, omar, bea];

  burst({ workspace, channel, people, threads }, 40, 'before');
  await someAcked(workspace, 10);
  await crashed(server, workspace, () => burst({ workspace, channel, people, threads }, 40, 'meanwhile'));
  expect(counts(workspace).acked).toBeGreaterThan(0);
  // What came while it was down was sent again, or given up.
  expect(isRefused(workspace)).toBe(true);
  expect(broken(workspace, await kept(config, workspace.teamId))).toEqual([]);
  await eventually(
    async () =>
      expect(untruths(workspace, channel, threads, await kept(config, workspace.teamId))).toEqual([]),
    { timeout: 30_000, interval: 100 },
  );
}, 60_000);
