import { type ConversationsRepliesResponse, LogLevel, WebClient } from '@slack/web-api';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Person } from '../../src/practice/people.ts';
import { startWorkspace, type Workspace } from '../../src/practice/workspace.ts';
import { everyScope } from './tiny-app.ts';

let workspace: Workspace;
let slack: WebClient;
let asha: Person;
let sam: Person;
let channel: { id: string };
const at = new Date('2026-11-21T09:00:00Z');
/** The events of the Events API, whether or not anybody takes them. */
const events = () => workspace.deliveries().map(({ body }) => body.event as Record<string, unknown>);

beforeEach(async () => {
  workspace = await startWorkspace({ scopes: everyScope, now: () => at });
  slack = new WebClient(workspace.botToken, { slackApiUrl: workspace.apiUrl, logLevel: LogLevel.ERROR });
  asha = workspace.addPerson({ name: 'Asha Patel' });
  sam = workspace.addPerson({ name: 'Sam Stone', isGuest: true });
  channel = workspace.addChannel({ name: 'policy', members: [asha, sam] });
});
afterEach(async () => {
  expect(workspace.complaints).toEqual([]);
  await workspace.stop();
});

it('stamps each message later than the last, by the clock it is given', () => {
  const stamps = [asha.posts(channel, 'One'), asha.posts(channel, 'Two')];
  expect(stamps).toEqual(['1795251600.000000', '1795251600.000100']);
});

describe('the app hears', () => {
  it('a reply with its thread and its parent, a broadcast with its root', () => {
    const root = asha.posts(channel, 'Funding?');
    const ts = sam.replies(channel, root, 'More', { broadcast: true });
    expect(events().at(-1)).toMatchObject({
      type: 'message',
      subtype: 'thread_broadcast',
      ts,
      thread_ts: root,
      parent_user_id: asha.id,
      user: sam.id,
      channel: channel.id,
      channel_type: 'channel',
      root: { ts: root },
    });
  });

  it('an edit with both versions, a link preview without `edited`', () => {
    const ts = asha.posts(channel, 'Old');
    asha.edits(channel, ts, 'New');
    const edited = events().at(-1);
    expect(edited).toMatchObject({ subtype: 'message_changed', hidden: true, message: { ts, text: 'New' } });
    expect(edited).toMatchObject({
      message: { edited: { user: asha.id } },
      previous_message: { text: 'Old' },
    });

    const other = asha.posts(channel, 'See this');
    workspace.unfurls(channel, other);
    expect(events().at(-1)).toMatchObject({ subtype: 'message_changed', message: { text: 'See this' } });
    expect(events().at(-1)?.message).not.toHaveProperty('edited');
  });

  it('a deleted root with replies as a tombstone, which goes with the last reply', () => {
    const root = asha.posts(channel, 'Funding?');
    const reply = sam.replies(channel, root, 'More');
    asha.deletes(channel, root);
    expect(events().at(-1)).toMatchObject({
      subtype: 'message_changed',
      message: { subtype: 'tombstone', user: 'USLACKBOT', ts: root, thread_ts: root, reply_count: 1 },
      previous_message: { text: 'Funding?' },
    });
    sam.deletes(channel, reply);
    expect(events().slice(-2)).toMatchObject([
      { subtype: 'message_deleted', deleted_ts: reply, previous_message: { text: 'More' } },
      { subtype: 'message_deleted', deleted_ts: root, previous_message: { subtype: 'tombstone' } },
    ]);
    expect(workspace.messages(channel)).toEqual([]);
  });

  it('its own posts and reactions, files, reactions with a skin tone, and who comes and goes', async () => {
    const { ts = '' } = await slack.chat.postMessage({ channel: channel.id, text: 'Mine' });
    expect(events().at(-1)).toMatchObject({ user: workspace.botUserId, bot_id: workspace.botId });
    await slack.reactions.add({ channel: channel.id, timestamp: ts, name: 'memo' });
    asha.replies(channel, ts, '', { files: [{ name: 'evidence.pdf' }] });
    expect(events().at(-1)).toMatchObject({
      subtype: 'file_share',
      text: '',
      files: [{ name: 'evidence.pdf' }],
    });
    asha.reacts(channel, ts, 'thumbsup::skin-tone-3');
    asha.unreacts(channel, ts, 'thumbsup::skin-tone-3');
    sam.leaves(channel);
    sam.joins(channel);
    expect(events().map(({ type }) => type)).toEqual([
      'message',
      'reaction_added',
      'message',
      'reaction_added',
      'reaction_removed',
      'member_left_channel',
      'member_joined_channel',
    ]);
  });
});

describe('the app reads', () => {
  it('a thread in pages, the root first on each, and its metadata only when asked', async () => {
    const metadata = { event_type: 'theme', event_payload: { id: 'funding' } };
    const posted = await slack.chat.postMessage({ channel: channel.id, text: 'Funding?', metadata });
    const ts = String(posted.ts);
    for (const said of ['a', 'b', 'c', 'd', 'e']) asha.replies(channel, ts, said);
    const pages: (string | undefined)[][] = [];
    for await (const page of slack.paginate('conversations.replies', { channel: channel.id, ts, limit: 2 }))
      pages.push((page as ConversationsRepliesResponse).messages?.map(({ text }) => text) ?? []);
    expect(pages).toEqual([
      ['Funding?', 'a', 'b'],
      ['Funding?', 'c', 'd'],
      ['Funding?', 'e'],
    ]);

    const read = (all: boolean) =>
      slack.conversations.replies({ channel: channel.id, ts, include_all_metadata: all });
    expect((await read(false)).messages?.[0]).not.toHaveProperty('metadata');
    expect((await read(true)).messages?.[0]).toMatchObject({ metadata, reply_count: 5 });
  });

  it('a channel newest first, without replies, within a span', async () => {
    const [one, two] = [asha.posts(channel, 'One'), asha.posts(channel, 'Two')];
    sam.replies(channel, one, 'Hidden');
    asha.reacts(channel, two, 'tada');
    const { messages } = await slack.conversations.history({ channel: channel.id });
    expect(messages?.map(({ text }) => text)).toEqual(['Two', 'One']);
    expect(messages?.[0]?.reactions).toEqual([{ name: 'tada', users: [asha.id], count: 1 }]);
    const later = await slack.conversations.history({ channel: channel.id, oldest: one });
    expect(later.messages?.map(({ text }) => text)).toEqual(['Two']);
  });

  it('who is in a channel, and who they are', async () => {
    const { members } = await slack.conversations.members({ channel: channel.id });
    expect(members).toEqual([asha.id, sam.id, workspace.botUserId]);
    const { user } = await slack.users.info({ user: sam.id });
    expect(user).toMatchObject({ real_name: 'Sam Stone', is_restricted: true, is_bot: false });
  });

  it('the address of a message', async () => {
    const ts = asha.posts(channel, 'Here');
    const { permalink } = await slack.chat.getPermalink({ channel: channel.id, message_ts: ts });
    expect(permalink).toBe(`https://eastmarsh.slack.com/archives/${channel.id}/p${ts.replace('.', '')}`);
  });
});

it('keeps direct messages apart', async () => {
  await slack.chat.postMessage({ channel: asha.id, text: 'For you' });
  await slack.chat.postMessage({ channel: asha.id, text: 'And this' });
  expect(workspace.directMessagesTo(asha).map(({ text }) => text)).toEqual(['For you', 'And this']);
  expect(workspace.directMessagesTo(sam)).toEqual([]);
});

it('shares an uploaded file into a thread, a little after saying so', async () => {
  const ts = asha.posts(channel, 'Drafts');
  const content = Buffer.from('# Draft, with é\n');
  const files = { file: content, filename: 'draft.md', title: 'The draft' };
  await slack.filesUploadV2({ channel_id: channel.id, thread_ts: ts, initial_comment: 'Here', ...files });
  const file = await workspace.until(() => workspace.filesIn(channel)[0], 'the file');
  expect(file).toMatchObject({ name: 'draft.md', title: 'The draft', threadTs: ts });
  expect(file.content.equals(content)).toBe(true);
  expect(workspace.thread(channel, ts)).toMatchObject([{ subtype: 'file_share', text: 'Here' }]);
});
