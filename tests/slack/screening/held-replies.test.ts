import { describe, expect, it } from 'vitest';
import { everyFileUnder, exported, recorded, startApp } from '../../office.ts';
import {
  answered,
  BLOCKED,
  blockedWords,
  heldReply,
  isKept,
  marked,
  marksOn,
  recordOf,
  type Screened,
  screenedConsultation,
  timesTold,
  told,
} from './screened.ts';

describe('a reply that the screen blocks', () => {
  it('is locked and kept nowhere, and its author is told what kind of thing it holds and what they can do', async () => {
    const there = await screenedConsultation();
    const ts = await heldReply(there);
    const message = JSON.stringify(await told(there, there.bea, 'so it is held'));
    expect(message).toContain('an NHS number');
    expect(message).toContain('“Our response”');
    expect(message).toContain(`/archives/${there.channel.id}/p${ts.replace('.', '')}`);
    expect(message).toContain('Colleagues can still see it in Slack');
    expect(message).toContain('Only you can edit or delete it');
    expect(message).toContain('An edit is looked at again');
    expect(message).toContain('Withdraw');
    expect(message).toContain('This is not about a person');
    expect(await isKept(there)).toBe(false);
  });

  it('is in no draft, submission, sheet, record or status of anyone', async () => {
    const there = await screenedConsultation();
    const { bea, omar, ruth, channel, thread, dataDir } = there;
    await recorded(there, bea.replies(channel, thread('Funding'), 'Grants were cut.'));
    const ts = await heldReply(there);
    for (const words of ['draft', 'export markdown', 'export paste']) {
      const document = await exported(there, omar, words);
      expect(document).not.toContain('ask the ward');
      expect(document).not.toContain(ts);
    }
    expect(await recordOf(there)).toHaveLength(1);
    expect(JSON.stringify(await recordOf(there))).not.toContain(ts);
    expect(await isKept({ ...there, dataDir })).toBe(false);
    for (const person of [bea, omar, ruth]) {
      await person.types(channel, '/soundings status');
      const status = JSON.stringify(await answered(there, person, 'Funding'));
      expect(status).toContain('1 contribution from 1 person');
      expect(status.includes('held')).toBe(person === ruth);
    }
  });

  it('is the same hold when Slack sends it twice: its author is told once', async () => {
    const there = await screenedConsultation({ expects: ['mark a message'] });
    const { workspace, bea, channel, thread, dataDir } = there;
    // Without the reaction, the message is the last event.
    workspace.failNext('reactions.add', { error: 'too_many_reactions' });
    bea.replies(channel, thread('Funding'), blockedWords);
    await told(there, bea, 'so it is held');
    const again = await workspace.redeliverLast();
    expect(again.status).toBe(200);
    await workspace.settled();
    expect(timesTold(there, bea, 'so it is held')).toBe(1);
    expect((await everyFileUnder(dataDir)).match(/"what": ?"held"/g)).toHaveLength(1);
  });

  it('is held for the name of a file too', async () => {
    const there = await screenedConsultation();
    const ts = there.bea.replies(there.channel, there.thread('Funding'), 'The letter', {
      files: [{ name: `${BLOCKED.replaceAll(' ', '')}.pdf`, url: 'https://example.org/f' }],
    });
    await marked(there, ts, 'lock');
    await told(there, there.bea, 'an NHS number');
    expect(await isKept(there)).toBe(false);
  });

  it('keeps its author from nothing: withdrawing takes the lock off, and no edit brings it back', async () => {
    const there = await screenedConsultation();
    const { workspace, bea, channel } = there;
    const ts = await heldReply(there);
    await bea.clicks(await told(there, bea, 'so it is held'), 'withdraw_contribution');
    await marked(there, ts);
    await told(there, bea, 'is withdrawn');
    bea.edits(channel, ts, 'Said otherwise');
    await workspace.settled();
    expect(await recordOf(there)).toEqual([]);
    expect(await isKept(there)).toBe(false);
  });

  it('goes when it is deleted, and the list of what is held is empty', async () => {
    const there = await screenedConsultation();
    const { workspace, bea, ruth, channel } = there;
    const ts = await heldReply(there);
    bea.deletes(channel, ts);
    await workspace.settled();
    await ruth.types(channel, '/soundings held');
    await answered(there, ruth, 'Nothing is held');
    await ruth.types(channel, '/soundings status');
    expect(JSON.stringify(await answered(there, ruth, 'Thin:'))).not.toContain('held');
  });

  it('is held also when it was never delivered and a reading finds it', async () => {
    const there = await screenedConsultation();
    const { workspace, app, bea, channel, thread, dataDir, log } = there;
    await app.stop();
    const lost = workspace.holdEvents();
    const ts = bea.replies(channel, thread('Funding'), blockedWords);
    lost.drop();
    await startApp(workspace, dataDir, { log });
    await marked(there, ts, 'lock');
    await told(there, bea, 'so it is held');
    expect(await isKept(there)).toBe(false);
  });

  it('has its author told by the next reading when Slack was down before, and once', async () => {
    const there = await screenedConsultation({ expects: ['tell an author what is held'] });
    const { workspace, app, bea, channel, thread, dataDir, log } = there;
    workspace.failNext('chat.postMessage', { status: 503 });
    const ts = bea.replies(channel, thread('Funding'), blockedWords);
    await marked(there, ts, 'lock');
    await workspace.until(
      () =>
        workspace
          .calls('chat.postMessage')
          .some(({ args }) => JSON.stringify(args).includes('so it is held')),
      'the message to be tried',
    );
    await app.stop();
    await startApp(workspace, dataDir, { log });
    await told(there, bea, 'so it is held');
    await recorded(there, bea.replies(channel, thread('CAMHS'), 'Afterwards'));
    expect(timesTold(there, bea, 'so it is held')).toBe(1);
  });

  it('is held all the same when Slack does not let the app write to its author', async () => {
    const there = await screenedConsultation();
    const { workspace, bea, channel, thread } = there;
    workspace.failNext('chat.postMessage', { error: 'cannot_dm_bot' });
    const ts = bea.replies(channel, thread('Funding'), blockedWords);
    await marked(there, ts, 'lock');
    await bea.usesShortcut('edit_contribution', channel, ts);
    const form = await workspace.until(() => workspace.openView(bea), 'the form');
    expect(JSON.stringify(form)).toContain('an NHS number');
    expect(form.blocks.some(({ type }) => type === 'input')).toBe(false);
    await bea.picks(form, 'withdraw_contribution');
    await marked(there, ts);
  });

  it('looks like any message to a colleague who asks to edit it', async () => {
    const there = await screenedConsultation();
    const { bea, omar, channel } = there;
    const ts = await heldReply(there);
    const lunch = bea.posts(channel, 'Lunch?');
    const answers = [];
    for (const message of [ts, lunch]) {
      await omar.usesShortcut('edit_contribution', channel, message);
      answers.push((await answered(there, omar, 'not recorded')).text);
    }
    expect(answers[0]).toBe(answers[1]);
    expect(there.workspace.openView(omar)).toBeUndefined();
  });
});

describe('an edit', () => {
  it('that the screen blocks takes the earlier words along, and is kept nowhere', async () => {
    const there = await screenedConsultation();
    const { bea, channel, thread } = there;
    const ts = bea.replies(channel, thread('Funding'), 'The ward never rings back.');
    await marked(there, ts, 'memo');
    bea.edits(channel, ts, blockedWords);
    await marked(there, ts, 'lock');
    await told(there, bea, 'so it is held');
    expect(await recordOf(there)).toEqual([]);
    expect(await isKept(there)).toBe(false);
    expect(await everyFileUnder(there.dataDir)).not.toContain('never rings back');
  });

  it('that takes the number out is recorded, without a trace of what was held', async () => {
    const there = await screenedConsultation();
    const { bea, channel } = there;
    const ts = await heldReply(there);
    bea.edits(channel, ts, 'The ward never rings back.');
    await marked(there, ts, 'memo');
    expect(await recordOf(there)).toMatchObject([{ text: 'The ward never rings back.', revisions: [] }]);
    expect(await exported(there, there.ruth, 'export markdown')).toContain('The ward never rings back.');
    expect(await isKept(there)).toBe(false);
  });

  it('that is still blocked is told of anew', async () => {
    const there = await screenedConsultation();
    const { workspace, bea, channel } = there;
    const ts = await heldReply(there);
    bea.edits(channel, ts, `Sorry: ${BLOCKED} it is.`);
    await workspace.until(() => timesTold(there, bea, 'so it is held') === 2, 'Bea to be told again');
    expect(marksOn(there, ts)).toEqual(['lock']);
    expect(await isKept(there)).toBe(false);
  });

  it('that cleans a reply may be delivered before it: the reply then changes nothing', async () => {
    const there = await screenedConsultation();
    const { workspace, bea, channel, thread } = there;
    const held = workspace.holdEvents();
    const ts = bea.replies(channel, thread('Funding'), blockedWords);
    bea.edits(channel, ts, 'The ward never rings back.');
    held.release({ order: 'reversed', oneByOne: true });
    await workspace.settled();
    await marked(there, ts, 'memo');
    expect(await recordOf(there)).toMatchObject([{ text: 'The ward never rings back.' }]);
    expect(timesTold(there, bea, 'so it is held')).toBe(0);
    expect(await isKept(there)).toBe(false);
  });
});

describe('a message that was added from elsewhere', () => {
  it('is not added when the screen blocks it, and whoever adds it is told the kind of thing only', async () => {
    const there = await screenedConsultation();
    const { workspace, bea, ruth } = there;
    const elsewhere = workspace.addChannel({ name: 'practice-leads', members: [ruth, bea] });
    const ts = bea.posts(elsewhere, blockedWords);
    await addsToFunding(there, elsewhere, ts);
    await told(there, ruth, 'seems to hold an NHS number');
    expect(workspace.directMessagesTo(bea)).toEqual([]);
    expect(await isKept(there)).toBe(false);
  });

  it('is held when an edit is blocked; an author from outside learns nothing of the consultation', async () => {
    const there = await screenedConsultation();
    const { workspace, ruth, stranger, channel } = there;
    const elsewhere = workspace.addChannel({ name: 'practice-leads', members: [ruth, stranger] });
    const ts = stranger.posts(elsewhere, 'Supervision keeps people.');
    await addsToFunding(there, elsewhere, ts);
    await marked({ ...there, channel: elsewhere }, ts, 'memo');
    stranger.edits(elsewhere, ts, blockedWords);
    await marked({ ...there, channel: elsewhere }, ts, 'lock');
    const message = await told(there, stranger, 'so it is held');
    expect(JSON.stringify(workspace.directMessagesTo(stranger))).not.toMatch(
      new RegExp(`Our response|Eastmarsh|${channel.id}`),
    );
    await stranger.clicks(message, 'withdraw_contribution');
    await marked({ ...there, channel: elsewhere }, ts);
    expect(await isKept(there)).toBe(false);
  });
});

/** Ruth brings a message into the theme of funding. */
async function addsToFunding(there: Screened, channel: { id: string; name?: string }, ts: string) {
  const { workspace, ruth } = there;
  await ruth.usesShortcut('add_to_consultation', channel, ts);
  const form = await workspace.until(() => workspace.openView(ruth), 'the form');
  const place = JSON.stringify(form).match(/"(V\w+\/funding)"/)?.[1];
  await ruth.submits(form, { place });
}
