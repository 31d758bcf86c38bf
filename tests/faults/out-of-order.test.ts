import { expect, it } from 'vitest';
import { office, opens, startApp } from '../office.ts';
import { burst } from './burst.ts';
import { kept } from './kept.ts';
import { untruths } from './truth.ts';

it('what comes in the wrong order, edits and blocked edits before their messages, and then all of it again, makes the same record', async () => {
  const there = await office({ expects: ['Slack library error'] });
  const { workspace, app, dataDir, ruth, omar, bea, channel } = there;
  const { thread } = await opens(there);
  const threads = ['Funding', 'Workforce'].map(thread);
  const wrong = async () =>
    untruths(workspace, channel, threads, await kept({ dataDir, databaseUrl: null }, workspace.teamId));
  const sentBefore = workspace.sentRequests().length;
  const held = workspace.holdEvents();
  burst({ workspace, channel, people: [ruth, omar, bea], threads }, 80, 'the burst');
  held.release({ order: 'reversed' });
  await workspace.settled();
  // An endorsement that overtakes its message is found by the reading.
  const withoutEndorsers = (await wrong()).filter((one) => !one.includes('endorsers'));
  expect(withoutEndorsers).toEqual([]);

  const shuffled = workspace
    .sentRequests()
    .slice(sentBefore)
    .toSorted(() => Math.random() - 0.5);
  await Promise.all(shuffled.map((request) => workspace.sendsRaw(request)));
  expect((await wrong()).filter((one) => !one.includes('endorsers'))).toEqual([]);

  await app.stop();
  const readBefore = workspace.calls('conversations.replies').length;
  await startApp(workspace, dataDir);
  await workspace.until(
    () => workspace.calls('conversations.replies').length >= readBefore + 4,
    'every thread to be read',
  );
  expect(await wrong()).toEqual([]);
}, 60_000);
