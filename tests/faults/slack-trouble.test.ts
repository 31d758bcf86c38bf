import { expect, it } from 'vitest';
import type { Fault } from '../../src/practice/faults.ts';
import { eventually } from '../eventually.ts';
import { office, opens, startApp } from '../office.ts';
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

/** Every method of Slack's that the app calls to announce, capture, read again, mark and tell somebody. */
const methods = [
  'chat.postMessage',
  'conversations.history',
  'conversations.members',
  'conversations.replies',
  'reactions.add',
  'reactions.remove',
  'users.info',
];

const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };
/** What one reading could not do, a later one does: every ten minutes, and here at once. */
const conduct = { log: silent, reconcileEveryMs: 500 };

/** A consultation's whole life, in each part of which every method fails once. */
async function lived(fault: Fault) {
  const there = await office(conduct);
  const { workspace, dataDir, ruth, omar, bea, channel, app } = there;
  const config = { dataDir, databaseUrl: null };
  /** Of a folder in use: a file that goes while it is copied makes it try again. */
  const keptNow = () => eventually(() => kept(config, workspace.teamId));
  const everythingFails = () => {
    for (const method of methods) workspace.failNext(method, fault);
  };
  for (const method of ['chat.postMessage', 'conversations.history', 'conversations.replies'])
    workspace.failNext(method, fault);
  const { thread } = await opens(there);
  const threads = ['Funding', 'Workforce', 'Thresholds', 'CAMHS'].map(thread);

  everythingFails();
  const mended = bea.replies(channel, thread('Funding'), 'First words');
  bea.edits(channel, mended, 'Second words');
  const turned = omar.replies(channel, thread('Workforce'), 'Harmless words');
  bea.replies(channel, thread('Workforce'), blockedWords);
  await workspace.settled();
  omar.edits(channel, turned, `${blockedWords} Mended.`);
  await workspace.settled();
  expect(broken(workspace, await keptNow())).toEqual([]);

  await app.stop();
  const held = workspace.holdEvents();
  bea.edits(channel, mended, 'Third words');
  omar.reacts(channel, mended, '+1');
  for (let n = 0; n < 5; n += 1) ruth.replies(channel, thread('CAMHS'), `Missed ${n}`);
  held.drop();
  everythingFails();
  await startApp(workspace, dataDir, conduct);
  await eventually(async () => expect(untruths(workspace, channel, threads, await keptNow())).toEqual([]), {
    timeout: 30_000,
    interval: 500,
  });
  for (const ts of threads.flatMap((one) => workspace.thread(channel, one)).map((message) => message.ts))
    await workspace.until(() => hasItsMark(there, ts), `the mark on ${ts}`);
  for (const person of [bea, omar])
    await workspace.until(
      () => workspace.directMessagesTo(person).some((one) => JSON.stringify(one).includes('so it is held')),
      'the author of what is held to be told',
    );

  const titles = workspace
    .messages(channel)
    .filter(({ thread_ts, ts }) => thread_ts === undefined || thread_ts === ts)
    .map(({ text }) => text.split(':')[0]);
  expect(titles).toEqual(['Our response', 'Funding', 'Workforce', 'Thresholds', 'CAMHS']);
  return workspace;
}

const hasItsMark = ({ workspace, channel }: Awaited<ReturnType<typeof office>>, ts: string): boolean => {
  const marks = workspace
    .reactionsOn(channel, ts)
    .filter(({ users }) => users.includes(workspace.botUserId))
    .map(({ name }) => name);
  const isBlocked = workspace.message(channel, ts)?.text.includes(blockedWords);
  return marks.join() === (isBlocked ? 'lock' : 'memo');
};

it('whatever Slack answers, however it breaks off, no reply is lost, no post doubles and everybody is told', async () => {
  const lives = await Promise.all(faults.map(lived));
  for (const workspace of lives) {
    const called = new Set(workspace.calls().map(({ method }) => method));
    expect(methods.filter((method) => !called.has(method))).toEqual([]);
  }
}, 90_000);
