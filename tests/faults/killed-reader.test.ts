import { expect, it } from 'vitest';
import { eventually } from '../eventually.ts';
import { emptyWorkspace, opens, recorded, startApp, temporaryFolder } from '../office.ts';
import { scrape } from '../ops/scrape.ts';
import { freshDatabase } from '../store/postgres/fresh-database.ts';
import { runApp } from './running-app.ts';

const READINGS = 'soundings_slack_calls_total{method="conversations.replies",outcome="ok"}';

it('of two replicas one reads the threads on a tick, and the other does once that one is killed', async () => {
  const databaseUrl = await freshDatabase();
  const dataDir = await temporaryFolder();
  const workspace = await emptyWorkspace();
  const [ruth, omar, bea] = [
    workspace.addPerson({ name: 'Ruth' }),
    workspace.addPerson({ name: 'Omar' }),
    workspace.addPerson({ name: 'Bea' }),
  ];
  const channel = workspace.addChannel({ name: 'care-review', members: [ruth, omar, bea] });
  const reader = await runApp(workspace, { dataDir, databaseUrl });
  const { thread } = await opens({ workspace, ruth, omar, channel });

  let asked = 0;
  const now = () => {
    asked += 1;
    return new Date();
  };
  // Its two ticks come at the same pace: by the one that asks for the time it is seen that the other came too.
  const other = await startApp(workspace, dataDir, {
    databaseUrl,
    now,
    reconcileEveryMs: 20,
    remindEveryMs: 20,
  });
  const readByOther = async () => (await scrape(other.address)).samples.get(READINGS);
  const held = workspace.holdEvents();
  const missed = bea.replies(channel, thread('Funding'), 'Never delivered');
  held.drop();
  const before = asked;
  await eventually(() => expect(asked).toBeGreaterThan(before + 20));
  expect(await readByOther()).toBe(0);

  await reader.kill();
  await recorded({ workspace, channel }, missed);
  await eventually(async () => expect(await readByOther()).toBeGreaterThan(0));
}, 60_000);
