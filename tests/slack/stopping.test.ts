import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { makeDocument } from '../../src/export/make-document.ts';
import { openedConsultation, recorded, startApp } from '../office.ts';
import { formInHand } from './form-in-hand.ts';

describe('when it is stopped', () => {
  it.each(['socket', 'http'] as const)('answers a form in hand first (%s)', async (mode) => {
    const there = await openedConsultation({ mode });
    const { sent } = await formInHand(there);
    await there.app.stop();
    expect(await sent).toMatchObject({ status: 200, errors: {} });
    expect(there.workspace.openView(there.ruth)).toBeUndefined();
  });

  it('takes nothing new over the socket meanwhile, and Slack sends it again', async () => {
    const there = await openedConsultation({ mode: 'socket' });
    const { workspace, bea, channel, thread, dataDir } = there;
    await formInHand(there);
    const stopped = there.app.stop();
    const ts = bea.replies(channel, thread('Funding'), 'Said while it stopped');
    await stopped;
    const delivery = workspace.deliveries().find(({ body }) => JSON.stringify(body).includes('it stopped'));
    expect(delivery).toMatchObject({ attempts: 1, statuses: [] });
    await startApp(workspace, dataDir, { mode: 'socket' });
    await recorded(there, ts);
  });

  it('ends although one connection is never idle', async () => {
    const there = await openedConsultation();
    const { sent } = await formInHand(there);
    let isStopped = false;
    const stopped = there.app.stop().then(() => {
      isStopped = true;
    });
    await sent;
    while (!isStopped) await there.bea.types(there.channel, '/soundings help');
    await stopped;
  });

  it('finishes an export in hand', async () => {
    const there = await openedConsultation({
      makeDocument: async (format, record) => {
        await pause(300);
        return makeDocument(format, record);
      },
    });
    const { workspace, ruth, channel, app } = there;
    await ruth.types(channel, '/soundings export markdown');
    await workspace.until(
      () => workspace.ephemeralsTo(ruth).at(-1)?.text.startsWith('Making'),
      'the export to begin',
    );
    await app.stop();
    expect(workspace.ephemeralsTo(ruth).at(-1)?.text).toContain('is in the opening thread');
  });

  it('finishes all exports in hand, of which one is made at a time', async () => {
    let making = 0;
    let most = 0;
    const there = await openedConsultation({
      makeDocument: async (format, record) => {
        making += 1;
        most = Math.max(most, making);
        await pause(100);
        making -= 1;
        return makeDocument(format, record);
      },
    });
    const { workspace, ruth, channel, app } = there;
    const commands = ['/soundings draft', '/soundings export markdown', '/soundings export json'];
    await Promise.all(commands.map((command) => ruth.types(channel, command)));
    const said = (words: string) =>
      workspace.ephemeralsTo(ruth).filter(({ text }) => text.includes(words)).length;
    await workspace.until(() => said('Making') === commands.length, 'the exports to begin');
    await app.stop();
    expect(said('is in the opening thread')).toBe(commands.length);
    expect(most).toBe(1);
  });

  it('leaves a reading that Slack puts off to the next start, and lets go of the data folder', async () => {
    const there = await openedConsultation();
    const { workspace, app, dataDir, bea, channel, thread } = there;
    await app.stop();
    const held = workspace.holdEvents();
    const ts = bea.replies(channel, thread('Funding'), 'Said into the gap');
    held.drop();
    workspace.failNext('conversations.replies', { rateLimited: 60 });
    const before = workspace.calls('conversations.replies').length;
    const second = await startApp(workspace, dataDir);
    await workspace.until(() => workspace.calls('conversations.replies').length > before, 'a reading');
    await second.stop();
    await startApp(workspace, dataDir);
    await recorded(there, ts);
  });
});
