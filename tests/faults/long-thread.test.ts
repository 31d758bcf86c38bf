import { expect, it } from 'vitest';
import { openedConsultation, startApp } from '../office.ts';
import { kept } from './kept.ts';
import { untruths } from './truth.ts';

it('a thread of 1,200 replies is read to its end through a 429 in the middle, and a form opened meanwhile does not wait', async () => {
  const there = await openedConsultation();
  const { workspace, app, dataDir, ruth, bea, channel, thread } = there;
  const funding = thread('Funding');
  await app.stop();
  const held = workspace.holdEvents();
  for (let n = 0; n < 1_200; n += 1) bea.replies(channel, funding, `Point ${n}`);
  held.drop();
  const reads = () => workspace.calls('conversations.replies');
  const readBefore = reads().length;
  const isRead = (ts: string) =>
    reads()
      .slice(readBefore)
      .some(({ args }) => args.ts === ts);
  workspace.failNext('conversations.replies', { delayMs: 0 }, 2);
  workspace.failNext('conversations.replies', { rateLimited: 3 });
  await startApp(workspace, dataDir);
  await workspace.until(() => reads().length === readBefore + 3, 'the third page to be put off');

  await ruth.types(channel, '/soundings settings');
  await workspace.until(() => workspace.openView(ruth), 'the form');
  expect(reads()).toHaveLength(readBefore + 3);

  await workspace.until(() => isRead(thread('CAMHS')), 'every thread to be read', 30_000);
  const record = await kept({ dataDir, databaseUrl: null }, workspace.teamId);
  expect(record.contributions).toHaveLength(1_200);
  expect(untruths(workspace, channel, [funding], record)).toEqual([]);
}, 45_000);
