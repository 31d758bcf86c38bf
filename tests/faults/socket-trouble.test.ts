import { expect, it } from 'vitest';
import type { Fault } from '../../src/practice/faults.ts';
import { emptyWorkspace, openedConsultation, recorded, temporaryFolder } from '../office.ts';
import { runApp } from './running-app.ts';

const inSocketMode = () =>
  openedConsultation({
    mode: 'socket',
    reconnectMs: 1_000,
    expects: ['Slack library error', 'A request failed'],
  });
type There = Awaited<ReturnType<typeof inSocketMode>>;

/** The connection is lost, and somebody says something that is never delivered. */
function saidIntoTheGap({ workspace, bea, channel, thread }: There): string {
  const held = workspace.holdEvents();
  workspace.socket.cut();
  const ts = bea.replies(channel, thread('Funding'), 'Said into the gap');
  held.drop();
  return ts;
}

/** What is said now is delivered, and recorded. */
const works = (there: There) =>
  recorded(there, there.omar.replies(there.channel, there.thread('CAMHS'), 'Said afterwards'));

const answers: Fault[] = [
  { status: 500 },
  { status: 403 },
  { rateLimited: 1 },
  { rateLimited: null },
  { error: 'internal_error' },
  'reset',
  'lost',
];

it('comes back whatever Slack answers, twice, to the wish to, and finds what was said meanwhile', async () => {
  const comesBack = async (answer: Fault) => {
    const there = await inSocketMode();
    there.workspace.failNext('apps.connections.open', answer, 2);
    await recorded(there, saidIntoTheGap(there));
    await works(there);
    return there.workspace.faultsLeft();
  };
  expect(await Promise.all(answers.map(comesBack))).toEqual(answers.map(() => 0));
}, 40_000);

it('never gives up: after a quarter of an hour in which Slack answers nothing it comes back', async () => {
  const workspace = await emptyWorkspace();
  const bea = workspace.addPerson({ name: 'Bea' });
  const channel = workspace.addChannel({ name: 'care-review', members: [bea] });
  const config = { dataDir: await temporaryFolder(), databaseUrl: null };
  await runApp(workspace, config, { mode: 'socket', hurry: 500 });
  // It waits 1, 2, 4, 8 and 16 seconds in between, and then 30 each time.
  for (let n = 0; n < 20; n += 1) {
    workspace.failNext('apps.connections.open', 'reset');
    workspace.failNext('apps.connections.open', { status: 503 });
  }
  workspace.socket.cut();
  await workspace.until(() => workspace.faultsLeft() === 0, 'it to ask again and again');
  await workspace.until(() => workspace.socket.connections() > 0, 'it to come back');
  expect(await bea.types(channel, '/soundings help')).toMatchObject({ status: 200 });
}, 40_000);

it('comes back when the address that it was given lets nobody in, and then stops in order', async () => {
  const there = await inSocketMode();
  there.workspace.socket.refuseNext(2);
  await recorded(there, saidIntoTheGap(there));
  await works(there);
  await there.app.stop();
});

it('comes back when Slack asks it to go, and what is under way is recorded', async () => {
  const there = await inSocketMode();
  const { workspace, bea, channel, thread } = there;
  for (const reason of ['warning', 'refresh_requested', 'something new']) {
    const said = Array.from({ length: 20 }, (_, n) => {
      if (n === 10) workspace.socket.refresh(reason);
      return bea.replies(channel, thread('Funding'), `Point ${n}, ${reason}`);
    });
    for (const ts of said) await recorded(there, ts);
  }
  await works(there);
}, 40_000);

it('stops in order while it is on its way back', async () => {
  const there = await inSocketMode();
  const { workspace, app } = there;
  const asked = workspace.calls('apps.connections.open').length;
  workspace.failNext('apps.connections.open', { status: 500 }, 10);
  workspace.socket.cut();
  await workspace.until(() => workspace.calls('apps.connections.open').length > asked, 'it to ask');
  await app.stop();
});
