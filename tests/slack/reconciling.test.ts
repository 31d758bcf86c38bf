import { describe, expect, it } from 'vitest';
import { DEADLINE, exported, office, openedConsultation, recorded, startApp } from '../office.ts';
import { scrapedIdle } from '../ops/scrape.ts';

type There = Awaited<ReturnType<typeof openedConsultation>>;

const recordOf = async (there: There) =>
  JSON.parse(await exported(there, there.ruth, 'export json')).contributions as Record<string, unknown>[];

/** Stops the app, lets people go on without it, and starts it again on the same record. */
async function away(there: There, meanwhile: () => void, setting: Parameters<typeof startApp>[2] = {}) {
  await there.app.stop();
  const held = there.workspace.holdEvents();
  meanwhile();
  held.drop();
  return startApp(there.workspace, there.dataDir, setting);
}

describe('when the app comes back', () => {
  it('finds the replies, edits and endorsements that were never delivered', async () => {
    const there = await openedConsultation();
    const { bea, omar, channel, thread } = there;
    const edited = bea.replies(channel, thread('Funding'), 'Before');
    await recorded(there, edited);
    let missed = '';
    await away(there, () => {
      bea.edits(channel, edited, 'After');
      missed = omar.replies(channel, thread('CAMHS'), 'Said while it was away');
      omar.reacts(channel, edited, '+1');
    });
    await recorded(there, missed);
    expect(await recordOf(there)).toMatchObject([
      { text: 'After', endorsers: [omar.id] },
      { text: 'Said while it was away', themeId: 'camhs' },
    ]);
  });

  it('marks what is gone as no longer in Slack, keeps its words for an editor, and removes nothing by itself', async () => {
    const there = await openedConsultation();
    const { bea, channel, thread } = there;
    const gone = bea.replies(channel, thread('Funding'), 'Taken by retention');
    const kept = bea.replies(channel, thread('Funding'), 'Still there');
    await recorded(there, gone);
    await recorded(there, kept);
    let later = '';
    await away(there, () => {
      bea.deletes(channel, gone);
      later = bea.replies(channel, thread('CAMHS'), 'Afterwards');
    });
    await recorded(there, later);
    expect(await recordOf(there)).toMatchObject([
      { text: 'Taken by retention', state: 'missing' },
      { state: 'standing' },
      {},
    ]);
    expect(await exported(there, there.ruth, 'export markdown')).not.toContain('retention');
    expect(await exported(there, there.ruth, 'draft')).toMatch(/no longer in Slack/i);
  });

  it('reads the threads once more when it was away for longer than a week after the deadline', async () => {
    const there = await openedConsultation();
    const { workspace, bea, channel, thread, dataDir } = there;
    const now = () => new Date(DEADLINE.getTime() + 60 * 24 * 60 * 60 * 1000);
    let missed = '';
    const app = await away(
      there,
      () => {
        missed = bea.replies(channel, thread('Funding'), 'Said in time');
      },
      { now },
    );
    await recorded(there, missed);
    await scrapedIdle(app.address);
    await app.stop();
    const readings = workspace.calls('conversations.replies').length;
    await scrapedIdle((await startApp(workspace, dataDir, { now })).address);
    expect(workspace.calls('conversations.replies')).toHaveLength(readings);
  });

  it('asks no more, long after the end, of a channel that it is no longer in', async () => {
    const there = await openedConsultation();
    const { workspace, dataDir, app } = there;
    const now = () => new Date(DEADLINE.getTime() + 60 * 24 * 60 * 60 * 1000);
    await app.stop();
    workspace.failNext('conversations.replies', { error: 'channel_not_found' }, 4);
    const first = await startApp(workspace, dataDir, { now, expects: ['reconcile thread'] });
    await workspace.until(() => workspace.faultsLeft() === 0, 'each thread to be asked for');
    await scrapedIdle(first.address);
    await first.stop();
    const readings = workspace.calls('conversations.replies').length;
    await scrapedIdle((await startApp(workspace, dataDir, { now })).address);
    expect(workspace.calls('conversations.replies')).toHaveLength(readings);
  });

  it('posts nothing of a consultation that ended before it could be posted', async () => {
    const there = await office({ expects: ['announce consultation'] });
    const { workspace, ruth, channel, dataDir, app } = there;
    workspace.failNext('conversations.history', { error: 'not_in_channel' }, 10);
    await ruth.types(channel, '/soundings new');
    const form = await workspace.until(() => workspace.openView(ruth), 'the form');
    await ruth.submits(form, { title: 'Ours', responding_as: 'Eastmarsh', deadline: DEADLINE });
    await workspace.until(() => workspace.directMessagesTo(ruth).length > 0, 'the lead to be told');
    await app.stop();
    const now = () => new Date(DEADLINE.getTime() + 60 * 24 * 60 * 60 * 1000);
    await scrapedIdle((await startApp(workspace, dataDir, { now })).address);
    expect(workspace.messages(channel)).toEqual([]);
  });

  it('marks all replies of a thread that is gone as no longer in Slack', async () => {
    const there = await openedConsultation();
    const { workspace, bea, channel, thread } = there;
    const gone = bea.replies(channel, thread('Funding'), 'Taken with its thread');
    await recorded(there, gone);
    let later = '';
    await away(there, () => {
      bea.deletes(channel, gone);
      later = bea.replies(channel, thread('CAMHS'), 'Afterwards');
      workspace.failNext('conversations.replies', { error: 'thread_not_found' });
    });
    await recorded(there, later);
    expect(await recordOf(there)).toMatchObject([{ state: 'missing' }, {}]);
  });

  it('reads a thread of many pages to its end, through a 429 in the middle', async () => {
    const there = await openedConsultation();
    const { workspace, bea, channel, thread } = there;
    let last = '';
    await away(there, () => {
      for (let n = 0; n < 450; n += 1) last = bea.replies(channel, thread('Funding'), `Point ${n}`);
      workspace.failNext('conversations.replies', { rateLimited: 1 });
    });
    await recorded(there, last);
    expect(await recordOf(there)).toHaveLength(450);
  });

  it('does not ask for a mark again at every reading while Slack has not taken it yet', async () => {
    const there = await openedConsultation();
    const { workspace, bea, channel, thread } = there;
    const calls = (method: string) => workspace.calls(method).length;
    const [marks, readings] = [calls('reactions.add'), calls('conversations.replies')];
    const missed: string[] = [];
    await away(
      there,
      () => {
        for (let n = 0; n < 6; n += 1) missed.push(bea.replies(channel, thread('Funding'), `Point ${n}`));
        workspace.failNext('reactions.add', { rateLimited: 1 });
      },
      { reconcileEveryMs: 50 },
    );
    for (const ts of missed) await recorded(there, ts);
    expect(calls('conversations.replies') - readings).toBeGreaterThan(12);
    // Six, the one that Slack refused, and what a few readings asked for that began before a mark and ended after it.
    expect(calls('reactions.add') - marks).toBeLessThan(25);
  });

  it('starts, and marks nothing as gone, when Slack’s reading fails', async () => {
    const there = await openedConsultation();
    const { workspace, bea, ruth, channel, thread } = there;
    await recorded(there, bea.replies(channel, thread('Funding'), 'Recorded before'));
    await away(there, () => workspace.failNext('conversations.replies', { error: 'internal_error' }, 4), {
      expects: ['reconcile thread'],
    });
    await workspace.until(
      () => workspace.calls('conversations.replies').length >= 4,
      'four readings that fail',
    );
    await ruth.types(channel, '/soundings status');
    expect(await recordOf(there)).toMatchObject([{ state: 'standing' }]);
  });

  it('finds, after the deadline, what was sent before it', async () => {
    const there = await openedConsultation();
    const { bea, channel, thread } = there;
    let inTime = '';
    const anHourAfter = () => new Date(DEADLINE.getTime() + 60 * 60 * 1000);
    await away(
      there,
      () => {
        inTime = bea.replies(channel, thread('Funding'), 'Sent in time');
      },
      { now: anHourAfter },
    );
    await recorded(there, inTime);
    expect(await recordOf(there)).toMatchObject([{ text: 'Sent in time', late: false }]);
  });

  it('does not bring back what was deleted while it listened', async () => {
    const there = await openedConsultation();
    const { workspace, bea, channel, thread } = there;
    const ts = bea.replies(channel, thread('Funding'), 'Deleted');
    await recorded(there, ts);
    bea.deletes(channel, ts);
    await workspace.settled();
    let later = '';
    await away(there, () => {
      later = bea.replies(channel, thread('CAMHS'), 'Afterwards');
    });
    await recorded(there, later);
    expect((await recordOf(there)).map(({ text }) => text)).toEqual(['Afterwards']);
  });
});
