import { describe, expect, it } from 'vitest';
import type { StoreConfig } from '../../src/config.ts';
import { emptyWorkspace, opens, temporaryFolder } from '../office.ts';
import { freshDatabase } from '../store/postgres/fresh-database.ts';
import { broken, counts, someAcked } from './acked.ts';
import { burst } from './burst.ts';
import { kept } from './kept.ts';
import { runApp } from './running-app.ts';
import { untruths } from './truth.ts';

/** The longer run, `npm run faults`, asks for more. */
const USUAL_ROUNDS = 2;
const ROUNDS = Number(process.env.FAULT_ROUNDS ?? USUAL_ROUNDS);
const ACTS = 80;

/** A real app, killed in the middle of what people do, and started again, over and over on one record. */
async function killed(config: StoreConfig, mode: 'http' | 'socket'): Promise<void> {
  const workspace = await emptyWorkspace(mode === 'http' ? {} : { answerWithinMs: 1_000 });
  const [ruth, omar, bea, cy] = ['Ruth', 'Omar', 'Bea', 'Cy'].map((name) => workspace.addPerson({ name }));
  if (!ruth || !omar || !bea || !cy) throw new Error('There are four.');
  const people = [ruth, omar, bea, cy];
  const channel = workspace.addChannel({ name: 'care-review', members: people });
  let app = await runApp(workspace, config, { mode });
  const { thread } = await opens({ workspace, channel, ruth, omar });
  const threads = ['Funding', 'Workforce', 'Thresholds'].map(thread);
  const readings = () =>
    workspace.calls('conversations.replies').filter(({ args }) => args.ts === thread('CAMHS')).length;

  for (let round = 1; round <= ROUNDS; round += 1) {
    const ackedBefore = counts(workspace).acked;
    burst({ workspace, channel, people, threads }, ACTS, `round ${round}`);
    const enough = ackedBefore + Math.floor(Math.random() * ACTS * 0.8);
    await someAcked(workspace, enough);
    await app.kill();
    // Over HTTP Slack gives up on what was not acked, and only a reading finds it; in Socket Mode it waits for the next
    // connection, and comes again while the threads are read.
    if (mode === 'http') await workspace.settled();
    expect(broken(workspace, await kept(config, workspace.teamId))).toEqual([]);

    const readBefore = readings();
    app = await runApp(workspace, config, { mode });
    await workspace.settled();
    // The quiet thread is read last: the others are done then.
    await workspace.until(() => readings() > readBefore, 'every thread to be read', 60_000);
    expect(untruths(workspace, channel, threads, await kept(config, workspace.teamId))).toEqual([]);
  }
  const { sent, acked, interrupted } = counts(workspace);
  expect(acked).toBeGreaterThan(0);
  if (ROUNDS === USUAL_ROUNDS) return;
  // In a few rounds chance may let each burst end before its kill.
  expect(interrupted).toBeGreaterThan(0);
  console.info(
    `${ROUNDS} rounds, ${sent} events about replies, ${acked} acked, ${interrupted} interrupted, none lost`,
  );
}

describe(`an app killed in the middle of a burst, ${ROUNDS} times`, () => {
  const forAsLongAsItTakes = ROUNDS * 60_000;

  it(
    'has all that it acked, and finds the rest, in a folder',
    async () => killed({ dataDir: await temporaryFolder(), databaseUrl: null }, 'http'),
    forAsLongAsItTakes,
  );

  it(
    'has all that it acked, and finds the rest, in PostgreSQL',
    async () => killed({ dataDir: await temporaryFolder(), databaseUrl: await freshDatabase() }, 'http'),
    forAsLongAsItTakes,
  );

  it(
    'has all that it acked, and takes the rest once, when Slack sends it again in Socket Mode',
    async () => killed({ dataDir: await temporaryFolder(), databaseUrl: null }, 'socket'),
    forAsLongAsItTakes,
  );
});
