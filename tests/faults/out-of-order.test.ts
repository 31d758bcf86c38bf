import { expect, it } from 'vitest';
import type { Workspace } from '../../src/practice/workspace.ts';
import { office, opens, startApp } from '../office.ts';
import { scrapedIdle } from '../ops/scrape.ts';
import { burst } from './burst.ts';
import { kept } from './kept.ts';
import { untruths } from './truth.ts';

/** How many messages the app has looked at for its record, whatever became of each. */
async function lookedAt(address: string): Promise<number> {
  const { samples } = await scrapedIdle(address);
  const counts = [...samples].filter(([name]) => name.startsWith('soundings_captures_total'));
  return counts.reduce((sum, [, count]) => sum + count, 0);
}

/**
 * Events that were sent, in any order, each signed anew: the very same request would be answered without being run. A minute
 * ahead, when nothing else was signed.
 */
async function sentAgain(workspace: Workspace, sent: ReturnType<Workspace['deliveries']>): Promise<number[]> {
  const at = Math.floor(Date.now() / 1000) + 60;
  const shuffled = sent.toSorted(() => Math.random() - 0.5);
  const answers = await Promise.all(
    shuffled.map(({ body }) => workspace.sendsRaw(workspace.signs({ kind: 'events_api', body }, at))),
  );
  return answers.map(({ status }) => status);
}

/** Whether an event brings words, rather than takes some away or says what somebody thinks of them. */
function bringsWords({ body }: ReturnType<Workspace['deliveries']>[number]): boolean {
  const { type, subtype } = body.event as { type: string; subtype?: string };
  return type === 'message' && subtype !== 'message_deleted';
}

it('what comes in the wrong order, edits and blocked edits before their messages, and then all of it again, makes the same record', async () => {
  const there = await office({ expects: ['Slack library error'] });
  const { workspace, app, dataDir, ruth, omar, bea, channel } = there;
  const { thread } = await opens(there);
  const threads = ['Funding', 'Workforce'].map(thread);
  const keptNow = () => kept({ dataDir, databaseUrl: null }, workspace.teamId);
  const wrong = async () => untruths(workspace, channel, threads, await keptNow());
  const deliveredBefore = workspace.deliveries().length;
  const held = workspace.holdEvents();
  burst({ workspace, channel, people: [ruth, omar, bea], threads }, 80, 'the burst');
  held.release({ order: 'reversed' });
  await workspace.settled();
  // An endorsement that overtakes its message is found by the reading.
  const withoutEndorsers = (await wrong()).filter((one) => !one.includes('endorsers'));
  expect(withoutEndorsers).toEqual([]);

  const sent = workspace.deliveries().slice(deliveredBefore);
  const lookedAtOnce = await lookedAt(app.address);
  expect(new Set(await sentAgain(workspace, sent))).toEqual(new Set([200]));
  // All of it ran: nothing was passed over as sent before.
  expect((await lookedAt(app.address)) - lookedAtOnce).toBe(sent.filter(bringsWords).length);
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
