import { expect, it, onTestFinished } from 'vitest';
import { eventually } from '../eventually.ts';
import { office, opens } from '../office.ts';
import { startServer } from '../store/postgres/server.ts';
import { broken, counts, someAcked } from './acked.ts';
import { burst } from './burst.ts';
import { kept } from './kept.ts';
import { untruths } from './truth.ts';

const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };

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
  const restarting = server.crashAndRestart();
  burst({ workspace, channel, people, threads }, 40, 'meanwhile');
  await restarting;
  await workspace.settled();
  expect(counts(workspace).acked).toBeGreaterThan(0);
  // What came while it was down was sent again, or given up.
  expect(workspace.deliveries().some(({ statuses }) => statuses[0] !== 200)).toBe(true);
  expect(broken(workspace, await kept(config, workspace.teamId))).toEqual([]);
  await eventually(
    async () =>
      expect(untruths(workspace, channel, threads, await kept(config, workspace.teamId))).toEqual([]),
    { timeout: 30_000, interval: 100 },
  );
}, 60_000);
