import { expect, it } from 'vitest';
import type { Fault } from '../../src/practice/faults.ts';
import type { Workspace } from '../../src/practice/workspace.ts';
import { eventually } from '../eventually.ts';
import { type Office, office, opens, startApp } from '../office.ts';
import { blockedWords } from '../slack/screening/screened.ts';
import { broken } from './acked.ts';
import { kept } from './kept.ts';
import { untruths } from './truth.ts';

const faults: Fault[] = [
  { status: 500 },
  { rateLimited: 1 },
  { rateLimited: null },
  { error: 'internal_error' },
  'reset',
  'lost',
];

/** Every method of Slack's that the app calls to announce, and then to capture, read again, mark and tell somebody. */
const announcing = ['chat.postMessage', 'conversations.history', 'conversations.replies'];
const capturing = [
  'chat.postMessage',
  'conversations.members',
  'conversations.replies',
  'reactions.add',
  'reactions.remove',
  'users.info',
];

const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };
/** What one reading could not do, a later one does: every ten minutes, and here at once. */
const conduct = { log: silent, reconcileEveryMs: 500 };

/** Lets each of these methods fail once; what it gives resolves when each has. */
function failing(workspace: Workspace, methods: string[], fault: Fault) {
  for (const method of methods) workspace.failNext(method, fault);
  const each = `${methods.join(', ')} to fail once each`;
  return () => workspace.until(() => workspace.faultsLeft() === 0, each, 30_000);
}

/** A consultation's whole life, in each part of which every method that it needs fails once. */
async function lived(fault: Fault): Promise<void> {
  const there = await office(conduct);
  const { workspace, dataDir, ruth, omar, bea, stranger, channel, app } = there;
  const config = { dataDir, databaseUrl: null };
  /** Of a folder in use: a file that goes while it is copied makes it try again. */
  const keptNow = () => eventually(() => kept(config, workspace.teamId));
  const allFailedAtTheOpening = failing(workspace, announcing, fault);
  const { thread } = await opens(there);
  const threads = ['Funding', 'Workforce', 'Thresholds', 'CAMHS'].map(thread);
  await allFailedAtTheOpening();

  // From here on the app does not know any more who is in the channel.
  stranger.joins(channel);
  await workspace.settled();
  const allFailedMeanwhile = failing(workspace, capturing, fault);
  const mended = bea.replies(channel, thread('Funding'), 'First words');
  bea.edits(channel, mended, 'Second words');
  const turned = omar.replies(channel, thread('Workforce'), 'Harmless words');
  const turnedBack = ruth.replies(channel, thread('Thresholds'), blockedWords);
  bea.replies(channel, thread('Workforce'), blockedWords);
  await workspace.settled();
  omar.edits(channel, turned, `${blockedWords} Mended.`);
  await workspace.settled();
  expect(broken(workspace, await keptNow())).toEqual([]);
  await allFailedMeanwhile();

  await app.stop();
  const held = workspace.holdEvents();
  bea.edits(channel, mended, 'Third words');
  omar.reacts(channel, mended, '+1');
  ruth.edits(channel, turnedBack, 'Harmless after all');
  for (let n = 0; n < 5; n += 1) ruth.replies(channel, thread('CAMHS'), `Missed ${n}`);
  stranger.replies(channel, thread('CAMHS'), blockedWords);
  held.drop();
  const allFailedAfterwards = failing(workspace, capturing, fault);
  await startApp(workspace, dataDir, conduct);
  bea.replies(channel, thread('Thresholds'), 'Said afterwards');
  stranger.replies(channel, thread('Thresholds'), 'Said by somebody new');
  await eventually(async () => expect(untruths(workspace, channel, threads, await keptNow())).toEqual([]), {
    timeout: 30_000,
    interval: 500,
  });
  for (const ts of threads.flatMap((one) => workspace.thread(channel, one)).map((message) => message.ts))
    await workspace.until(() => hasItsMark(there, ts), `the mark on ${ts}`);
  for (const person of [bea, omar, stranger])
    await workspace.until(
      () => workspace.directMessagesTo(person).some((one) => JSON.stringify(one).includes('so it is held')),
      'the author of what is held to be told',
    );
  await allFailedAfterwards();

  await toldThatSheMayNot(there, fault);

  const titles = workspace
    .messages(channel)
    .filter(({ thread_ts, ts }) => thread_ts === undefined || thread_ts === ts)
    .map(({ text }) => text.split(':')[0]);
  expect(titles).toEqual(['Our response', 'Funding', 'Workforce', 'Thresholds', 'CAMHS']);
}

/** Bea asks for what only others may do: she is told, in one way or another. */
async function toldThatSheMayNot({ workspace, bea, channel }: Office, fault: Fault): Promise<void> {
  const refusalFailed = failing(workspace, ['chat.postEphemeral'], fault);
  await bea.types(channel, '/soundings close');
  const toBea = () => [...workspace.ephemeralsTo(bea), ...workspace.directMessagesTo(bea)];
  await workspace.until(() => toBea().some(({ text }) => text.includes('Only the lead')), 'the refusal');
  await refusalFailed();
}

const hasItsMark = ({ workspace, channel }: Office, ts: string): boolean => {
  const marks = workspace
    .reactionsOn(channel, ts)
    .filter(({ users }) => users.includes(workspace.botUserId))
    .map(({ name }) => name);
  const isBlocked = workspace.message(channel, ts)?.text.includes(blockedWords);
  return marks.join() === (isBlocked ? 'lock' : 'memo');
};

it('whatever Slack answers, however it breaks off, no reply is lost, no post doubles and everybody is told', async () => {
  await Promise.all(faults.map(lived));
}, 90_000);

it('Slack’s word that it holds events back is answered, and what was held back is found', async () => {
  const there = await office(conduct);
  const { workspace, bea, channel } = there;
  const { thread } = await opens(there);
  const body = { type: 'app_rate_limited', team_id: workspace.teamId, minute_rate_limited: 1_518_467_820 };
  const held = workspace.holdEvents();
  const ts = bea.replies(channel, thread('Funding'), 'Held back');
  held.drop();
  expect(await workspace.sendsRaw(workspace.signs({ kind: 'events_api', body }))).toMatchObject({
    status: 200,
  });
  await workspace.until(() => hasItsMark(there, ts), 'it to be found');
});
