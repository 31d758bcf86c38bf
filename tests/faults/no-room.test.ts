import { expect, it } from 'vitest';
import { emptyWorkspace, opens, temporaryFolder } from '../office.ts';
import { broken, counts } from './acked.ts';
import { kept } from './kept.ts';
import { runApp } from './running-app.ts';
import { untruths } from './truth.ts';

it('a disk with no more room: nothing is acked that is not kept, and once there is room the rest is found', async () => {
  const workspace = await emptyWorkspace();
  const dataDir = await temporaryFolder();
  const config = { dataDir, databaseUrl: null };
  const [ruth, omar, bea] = ['Ruth', 'Omar', 'Bea'].map((name) => workspace.addPerson({ name }));
  if (!ruth || !omar || !bea) throw new Error('There are three.');
  const channel = workspace.addChannel({ name: 'care-review', members: [ruth, omar, bea] });
  // Files of 32 kB and no more, in the shell's blocks of 512 bytes: room for some thirty replies.
  const app = await runApp(workspace, config, { limits: 'ulimit -f 64;' });
  const { thread } = await opens({ workspace, channel, ruth, omar });
  for (let n = 0; n < 60; n += 1) bea.replies(channel, thread('Funding'), `Point ${n}`);
  await workspace.settled();
  await app.kill();
  const { acked } = counts(workspace);
  expect([acked > 0, acked < 60]).toEqual([true, true]);
  expect(broken(workspace, await kept(config, workspace.teamId))).toEqual([]);

  const readBefore = workspace.calls('conversations.replies').length;
  await runApp(workspace, config);
  await workspace.until(
    () => workspace.calls('conversations.replies').length >= readBefore + 4,
    'every thread to be read',
  );
  expect(untruths(workspace, channel, [thread('Funding')], await kept(config, workspace.teamId))).toEqual([]);
}, 60_000);
