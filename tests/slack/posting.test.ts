import { describe, expect, it } from 'vitest';
import { type Office, office, opens, startApp } from '../office.ts';

const titles = ({ workspace, channel }: Office) =>
  workspace.messages(channel).map(({ text }) => text.split(':')[0]);

const ALL = ['Our response', 'Funding', 'Workforce', 'Thresholds', 'CAMHS'];

describe('the messages of a new consultation', () => {
  it.each([
    ['the answer to a post is lost', 'lost' as const],
    ['a post is refused with a 500', { status: 500 }],
    ['Slack asks to slow down', { rateLimited: 1 }],
    ['Slack asks to slow down and does not say for how long', { rateLimited: null }],
    ['the connection breaks', 'reset' as const],
    ['Slack has trouble of its own', { error: 'internal_error' }],
    ['Slack gives up in the middle', { error: 'fatal_error' }],
  ])('stand once each, in order, when %s', async (_what, fault) => {
    const there = await office();
    there.workspace.failNext('chat.postMessage', fault);
    await opens(there);
    await there.workspace.settled();
    expect(titles(there)).toEqual(ALL);
  });

  it('are completed, not repeated, by the next start when the app was stopped after a lost answer', async () => {
    const there = await office({ expects: ['announce consultation'] });
    const { workspace, ruth, channel, dataDir, app } = there;
    await ruth.types(channel, '/soundings new');
    const form = await workspace.until(() => workspace.openView(ruth), 'the form');
    workspace.failNext('chat.postMessage', 'lost');
    // The look for the lost post fails too, so that the record ends without it.
    const looks = workspace.calls('conversations.history').length;
    const deadline = new Date('2031-03-31T17:00:00Z');
    const sent = ruth.submits(form, { title: 'Our response', responding_as: 'Eastmarsh Council', deadline });
    await workspace.until(() => workspace.calls('conversations.history').length > looks, 'the first look');
    workspace.failNext('conversations.history', { error: 'internal_error' });
    await sent;
    await workspace.until(() => workspace.directMessagesTo(ruth).length > 0, 'the lead to be told');
    expect(titles(there)).toEqual(['Our response']);
    await app.stop();
    await startApp(workspace, dataDir);
    await workspace.until(() => titles(there).length >= 5, 'all of the messages');
    await workspace.settled();
    expect(titles(there)).toEqual(ALL);
  });

  it('that cannot be posted are told to the lead once, however often it is tried', async () => {
    const there = await office({ expects: ['announce consultation'], reconcileEveryMs: 50 });
    const { workspace, ruth, channel } = there;
    await ruth.types(channel, '/soundings new');
    const form = await workspace.until(() => workspace.openView(ruth), 'the form');
    workspace.failNext('conversations.history', { error: 'internal_error' }, 4);
    const deadline = new Date('2031-03-31T17:00:00Z');
    await ruth.submits(form, { title: 'Our response', responding_as: 'Eastmarsh Council', deadline });
    await workspace.until(() => titles(there).length >= 5, 'the messages, in the end');
    expect(workspace.directMessagesTo(ruth)).toHaveLength(1);
  });

  it('say what it is, by when, who leads, what becomes of replies and what to leave out', async () => {
    const there = await office();
    const { opening, thread } = await opens(there);
    const message = JSON.stringify(there.workspace.message(there.channel, opening)?.blocks);
    for (const part of [
      'Eastmarsh Council',
      'Independent Review',
      '31 March 2031',
      `<@${there.ruth.id}>`,
      'Freedom of Information',
      'identify',
    ]) {
      expect(message).toContain(part);
    }
    const workforce = JSON.stringify(there.workspace.message(there.channel, thread('Workforce'))?.blocks);
    expect(workforce).toContain('31,900');
    expect(workforce).not.toContain('2021-22');
    expect(there.workspace.complaints).toEqual([]);
  });
});
