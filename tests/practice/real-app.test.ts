import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startWorkspace, type Workspace } from '../../src/practice/workspace.ts';
import { everyScope, startTinyApp } from './tiny-app.ts';

describe.each(['http', 'socket'] as const)('a real Bolt app over %s', (mode) => {
  let workspace: Workspace;
  let tiny: Awaited<ReturnType<typeof startTinyApp>>;
  const meet = () => {
    const asha = workspace.addPerson({ name: 'Asha Patel' });
    const channel = workspace.addChannel({ name: 'policy', members: [asha] });
    return { asha, channel };
  };

  beforeEach(async () => {
    workspace = await startWorkspace({ scopes: everyScope, answerWithinMs: 400 });
    tiny = await startTinyApp(workspace, mode);
  });
  afterEach(async () => {
    await tiny.stop();
    await workspace.stop();
  });

  it('answers a command with an ephemeral message, whose button replaces it', async () => {
    const { asha, channel } = meet();
    const { status, ack } = await asha.types(channel, '/tiny hello there');
    expect({ status, ack }).toEqual({ status: 200, ack: null });
    const shown = await workspace.until(() => workspace.ephemeralsTo(asha)[0], 'the answer');
    expect(shown.text).toBe('You said hello there');

    await asha.clicks(shown, 'go');
    await workspace.until(() => workspace.ephemeralsTo(asha)[0]?.text === 'Gone', 'the replacement');
    expect(workspace.complaints).toEqual([]);
  });

  it('hears what people say, once, and what happens to it', async () => {
    const { asha, channel } = meet();
    const ts = asha.posts(channel, 'We need <more> & better');
    asha.edits(channel, ts, 'We need less');
    asha.deletes(channel, ts);
    await workspace.settled();
    expect(tiny.heard.words.toSorted()).toEqual(
      ['We need &lt;more&gt; &amp; better', 'message_changed', 'message_deleted'].toSorted(),
    );
  });

  it('gets an event again that is delivered twice, with a retry number', async () => {
    const { asha, channel } = meet();
    asha.posts(channel, 'Once');
    await workspace.settled();
    await workspace.redeliverLast();
    expect(tiny.heard.words).toEqual(['Once', 'Once']);
    expect(tiny.heard.retries.at(-1)).toBe(1);
  });

  it('opens a form, puts errors on their field, and closes it', async () => {
    const { asha, channel } = meet();
    await asha.types(channel, '/tiny form');
    const form = await workspace.until(() => workspace.openView(asha), 'the form');
    await expect(asha.submits(form, { kind: 'x' })).rejects.toThrow('deadline must be filled in');

    const values = {
      title: 'bad',
      kind: 'y',
      deadline: new Date('2026-11-21T17:00:00Z'),
      editors: [asha.id],
    };
    const refused = await asha.submits(form, values);
    expect(refused.errors).toEqual({ title: 'Not that' });
    expect(workspace.openView(asha)?.id).toBe(form.id);

    await asha.submits(form, { title: 'good' });
    expect(workspace.openView(asha)).toBeUndefined();
    expect(tiny.heard.forms.at(-1)).toMatchObject({
      title: { a: { type: 'plain_text_input', value: 'good' } },
      kind: { a: { selected_option: { value: 'y' } } },
      themes: { a: { selected_options: [{ value: 'funding' }] } },
      deadline: { a: { selected_date_time: 1_795_280_400 } },
      editors: { a: { selected_users: [asha.id] } },
      where: { a: { selected_conversation: channel.id } },
    });
  });

  it('gets a message shortcut with the message', async () => {
    const { asha, channel } = meet();
    const ts = asha.posts(channel, 'Keep this');
    await asha.usesShortcut('keep', channel, ts);
    await workspace.until(() => workspace.reactionsOn(channel, ts)[0], 'the reaction');
    expect(workspace.reactionsOn(channel, ts)).toEqual([
      { name: 'memo', users: [workspace.botUserId], count: 1 },
    ]);
  });

  it('shows a command that nobody acknowledges as failed', async () => {
    const { asha, channel } = meet();
    const { status } = await asha.types(channel, '/late');
    expect(status).toBe(0);
    expect(workspace.ephemeralsTo(asha)[0]?.text).toBe('/late failed with the error');
  });
});
