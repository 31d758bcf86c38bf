import { describe, expect, it } from 'vitest';
import { latch } from '../../latch.ts';
import { everyFileUnder, exported, recorded, startApp } from '../../office.ts';
import { scrapedIdle } from '../../ops/scrape.ts';
import {
  answered,
  heldReply,
  marked,
  type Screened,
  screenedConsultation,
  timesTold,
  told,
} from './screened.ts';

/** Of nobody. */
const worrying = 'A pupil told me today that she wants to die tonight. What do I do?';

describe('a reply that tells of somebody at risk', () => {
  it('is held, and its author is told first where to take it, and that nothing is passed on', async () => {
    const there = await screenedConsultation();
    await heldReply(there, worrying);
    const message = await told(there, there.bea, 'so it is held');
    const said = JSON.stringify(message.blocks);
    expect(message.text).toContain('999');
    expect(said.indexOf('0808 800 5000')).toBeGreaterThan(0);
    expect(said.indexOf('0808 800 5000')).toBeLessThan(said.indexOf('so it is held'));
    expect(said).toContain('passes nothing on');
    expect(await everyFileUnder(there.dataDir)).not.toContain('told me today');
  });

  it('is told of to the reviewer, with a link and none of the words', async () => {
    const there = await screenedConsultation();
    const ts = await heldReply(there, worrying);
    const message = JSON.stringify(await told(there, there.ruth, 'who may be at risk now'));
    expect(message).toContain(`p${ts.replace('.', '')}`);
    expect(message).not.toMatch(/pupil|tonight|wants to die/);
    expect(timesTold(there, there.omar, 'at risk')).toBe(0);
  });

  it.each([0, 1])(
    'has author and reviewer told once each, though Slack was down for one (%i)',
    async (nth) => {
      const there = await screenedConsultation({ expects: ['tell an author what is held'] });
      const { workspace, app, bea, ruth, channel, thread, dataDir, log } = there;
      if (nth === 1) workspace.failNext('chat.postMessage', { delayMs: 0 });
      workspace.failNext('chat.postMessage', { status: 503 });
      const ts = bea.replies(channel, thread('Funding'), worrying);
      await marked(there, ts, 'lock');
      const tries = () =>
        workspace
          .calls('chat.postMessage')
          .filter(({ args }) => /so it is held|may be about/.test(JSON.stringify(args)));
      await workspace.until(() => tries().length >= 2, 'both to be tried');
      await app.stop();
      await startApp(workspace, dataDir, { log });
      await told(there, bea, 'so it is held');
      await told(there, ruth, 'may be about');
      await recorded(there, bea.replies(channel, thread('CAMHS'), 'Afterwards'));
      expect(timesTold(there, bea, 'so it is held')).toBe(1);
      expect(timesTold(there, ruth, 'may be about')).toBe(1);
    },
  );
});

const HELPLINE = '0808 800 5000';

const isKept = async ({ dataDir }: Screened) =>
  /told me today|wants to die/.test(await everyFileUnder(dataDir));

describe('a concern at any other door', () => {
  it('is answered when it comes after the close, each time, and nothing of it is kept', async () => {
    const there = await screenedConsultation();
    const { workspace, bea, ruth, channel, thread } = there;
    await ruth.types(channel, '/soundings close');
    await answered(there, ruth, 'is closed');
    bea.replies(channel, thread('Funding'), 'Too late');
    await workspace.until(() => workspace.ephemeralsTo(bea).length === 1, 'the late notice');
    bea.replies(channel, thread('Funding'), worrying);
    await told(there, bea, HELPLINE);
    bea.replies(channel, thread('CAMHS'), worrying);
    await workspace.until(() => timesTold(there, bea, HELPLINE) === 2, 'the second answer');
    expect(workspace.directMessagesTo(bea)).toHaveLength(2);
    expect(workspace.ephemeralsTo(bea)).toHaveLength(1);
    expect(await isKept(there)).toBe(false);
  });

  it('is answered once when only readings find a late reply', async () => {
    const there = await screenedConsultation();
    const { workspace, app, bea, ruth, channel, thread, dataDir, log } = there;
    await ruth.types(channel, '/soundings close');
    await answered(there, ruth, 'is closed');
    const lost = workspace.holdEvents();
    bea.replies(channel, thread('Funding'), worrying);
    lost.drop();
    await app.stop();
    const second = await startApp(workspace, dataDir, { log });
    await told(there, bea, HELPLINE);
    await second.stop();
    const before = workspace.calls('conversations.replies').length;
    await startApp(workspace, dataDir, { log });
    await workspace.until(
      () => workspace.calls('conversations.replies').length >= before + 4,
      'every thread to be read again',
    );
    await ruth.types(channel, '/soundings reopen');
    await told(there, bea, 'so it is held');
    expect(workspace.directMessagesTo(bea)).toHaveLength(2);
  });

  it('is answered by the next reading, once, when Slack did not take the answer, as is whoever was not told that they are late', async () => {
    const there = await screenedConsultation({
      expects: ['tell a late author where to take it', 'tell late author'],
    });
    const { workspace, app, bea, omar, ruth, channel, thread, dataDir, log } = there;
    await ruth.types(channel, '/soundings close');
    await answered(there, ruth, 'is closed');
    workspace.failNext('chat.postMessage', { status: 503 });
    workspace.failNext('chat.postEphemeral', { status: 503 }, 2);
    bea.replies(channel, thread('Funding'), worrying);
    omar.replies(channel, thread('CAMHS'), 'Too late');
    await workspace.until(() => workspace.faultsLeft() === 0, 'neither to be taken');
    await scrapedIdle(app.address);
    await app.stop();
    for (const start of ['next', 'one after'] as const) {
      const reads = workspace.calls('conversations.replies').length;
      const again = await startApp(workspace, dataDir, { log });
      await workspace.until(() => workspace.calls('conversations.replies').length >= reads + 4, start);
      await workspace.until(() => workspace.ephemeralsTo(omar).length === 1, start);
      await workspace.until(() => workspace.ephemeralsTo(bea).length === 1, start);
      await told(there, bea, HELPLINE);
      await scrapedIdle(again.address);
      await again.stop();
    }
    expect(timesTold(there, bea, HELPLINE)).toBe(1);
    expect([bea, omar].map((one) => workspace.ephemeralsTo(one).length)).toEqual([1, 1]);
    expect(await isKept(there)).toBe(false);
  });

  it('is answered once when its event and a reading bring it together', async () => {
    const there = await screenedConsultation({ reconcileEveryMs: 50 });
    const { workspace, app, bea, ruth, channel, thread } = there;
    await ruth.types(channel, '/soundings close');
    await answered(there, ruth, 'is closed');
    const read = latch();
    workspace.failNext('chat.postMessage', { until: read.opened });
    const before = workspace.calls('conversations.replies').length;
    bea.replies(channel, thread('Funding'), worrying);
    await workspace.until(() => workspace.calls('conversations.replies').length > before, 'a reading');
    read.open();
    await told(there, bea, HELPLINE);
    await scrapedIdle(app.address);
    expect(timesTold(there, bea, HELPLINE)).toBe(1);
    expect(await exported(there, ruth, 'export json')).not.toContain('lateLookedAt');
  });

  it('is answered when a reading finds it after its author was told once that they are late', async () => {
    const there = await screenedConsultation();
    const { workspace, app, bea, ruth, channel, thread, dataDir, log } = there;
    await ruth.types(channel, '/soundings close');
    await answered(there, ruth, 'is closed');
    bea.replies(channel, thread('Funding'), 'Too late');
    await workspace.until(() => workspace.ephemeralsTo(bea).length === 1, 'the late notice');
    const lost = workspace.holdEvents();
    bea.replies(channel, thread('Funding'), worrying);
    lost.drop();
    await app.stop();
    await startApp(workspace, dataDir, { log });
    await told(there, bea, HELPLINE);
  });

  it('is answered to whoever would add it, and nothing is added', async () => {
    const there = await screenedConsultation();
    const { workspace, bea, ruth } = there;
    const elsewhere = workspace.addChannel({ name: 'practice-leads', members: [ruth, bea] });
    const ts = bea.posts(elsewhere, worrying);
    await ruth.usesShortcut('add_to_consultation', elsewhere, ts);
    const form = await workspace.until(() => workspace.openView(ruth), 'the form');
    await ruth.submits(form, { place: JSON.stringify(form).match(/"(V\w+\/funding)"/)?.[1] });
    await told(there, ruth, HELPLINE);
    expect(workspace.directMessagesTo(bea)).toEqual([]);
    expect(await isKept(there)).toBe(false);
  });

  it('is answered on the field of a form', async () => {
    const there = await screenedConsultation();
    const { workspace, bea, ruth, omar, channel, thread } = there;
    await ruth.types(channel, '/soundings settings');
    const settings = await workspace.until(() => workspace.openView(ruth), 'the settings');
    expect((await ruth.submits(settings, { title: worrying })).errors.title).toContain(HELPLINE);
    const ts = bea.replies(channel, thread('Funding'), 'Pay matters.');
    await marked(there, ts, 'memo');
    await omar.usesShortcut('edit_contribution', channel, ts);
    const form = await workspace.until(() => workspace.openView(omar), 'the form');
    expect((await omar.submits(form, { wording: worrying })).errors.wording).toContain(HELPLINE);
    const no = await omar.submits(form, { wording: '', use_in_submission: 'no', reason: worrying });
    expect(no.errors.reason).toContain(HELPLINE);
    expect(await isKept(there)).toBe(false);
  });
});
