import { expect, it } from 'vitest';
import type { Store } from '../src/store/store.ts';
import { startBalancer } from './balancer.ts';
import { eventually } from './eventually.ts';
import {
  DEADLINE,
  everyFileUnder,
  exported,
  type Office,
  office,
  opens,
  recorded,
  startApp,
} from './office.ts';
import { erasesOwn } from './slack/own-data-steps.ts';
import { BLOCKED, blockedWords } from './slack/screening/screened.ts';
import { breakLock } from './store/postgres/advisory-locks.ts';
import { freshDatabase } from './store/postgres/fresh-database.ts';
import { opened } from './store/postgres/opened.ts';

type Setting = Parameters<typeof startApp>[2];

/** Two apps on one database and one exports folder, behind a balancer. */
async function replicas(setting: Setting = {}) {
  const databaseUrl = await freshDatabase();
  const there = await office({ ...setting, databaseUrl });
  const { workspace, app: one, dataDir } = there;
  const other = await startApp(workspace, dataDir, { ...setting, databaseUrl });
  const balancer = await startBalancer([one.address, other.address]);
  workspace.connect(balancer.address);
  return { ...there, databaseUrl, one, other, balancer };
}
type Replicas = Awaited<ReturnType<typeof replicas>>;

const openedBy = async (there: Replicas) => ({ ...there, ...(await opens(there)) });
type There = Awaited<ReturnType<typeof openedBy>>;

/** What is kept of the channel's one consultation. */
async function kept({
  databaseUrl,
  workspace,
  channel,
}: Pick<Replicas, 'databaseUrl' | 'workspace' | 'channel'>) {
  const store: Store = await opened(databaseUrl);
  const [consultation, ...more] = await store.listConsultations(workspace.teamId, channel.id);
  if (consultation === undefined || more.length > 0) throw new Error('There is not just one.');
  const actions = await store.listActions(consultation.id);
  return {
    consultation,
    contributions: await store.listContributions(consultation.id),
    logged: actions.map(({ what, on }) => [what, on ?? ''].join(' ').trim()).toSorted(),
  };
}

/** Settled, and nothing more comes of it. */
const stopAll = async ({ workspace, one, other }: Pick<Replicas, 'workspace' | 'one' | 'other'>) => {
  await workspace.settled();
  await Promise.all([one.stop(), other.stop()]);
};

const marksPut = ({ workspace }: Office, ts: string) =>
  workspace.calls('reactions.add').filter(({ args }) => args.timestamp === ts).length;

it('an event that reaches two at once is one contribution, one line in the log and one mark', async () => {
  const there = await openedBy(await replicas());
  const { workspace, balancer, bea, omar, channel, thread } = there;
  balancer.sends('to all');
  const said = Array.from({ length: 12 }, (_, n) => bea.replies(channel, thread('Funding'), `Point ${n}`));
  for (const ts of said) await recorded(there, ts);
  await workspace.settled();
  const [edited = '', deleted = '', endorsed = ''] = said;
  bea.edits(channel, edited, 'Mended');
  omar.reacts(channel, endorsed, '+1');
  bea.deletes(channel, deleted);
  await workspace.settled();
  await stopAll(there);
  const { contributions, logged } = await kept(there);
  expect(contributions.map(({ messageTs }) => messageTs)).toEqual(said);
  expect(contributions.slice(0, 3)).toMatchObject([
    { text: 'Mended', revisions: [{ text: 'Point 0' }] },
    { text: '', state: 'removed' },
    { endorsers: [omar.id] },
  ]);
  const on = (ts: string) => `${channel.id}:${ts}`;
  expect(logged).toEqual(
    [
      'opened',
      ...said.map((ts) => `recorded ${on(ts)}`),
      `edited ${on(edited)}`,
      `deleted ${on(deleted)}`,
    ].toSorted(),
  );
  expect(said.map((ts) => marksPut(there, ts))).toEqual(said.map(() => 1));
});

it('what the screen holds is told to its author once, though two were given it', async () => {
  const there = await openedBy(await replicas());
  const { workspace, balancer, bea, channel, thread } = there;
  balancer.sends('to all');
  bea.replies(channel, thread('Funding'), blockedWords);
  await workspace.until(() => workspace.directMessagesTo(bea).length > 0, 'its author to be told');
  await stopAll(there);
  expect(workspace.directMessagesTo(bea)).toHaveLength(1);
  const { contributions, logged } = await kept(there);
  expect(contributions).toMatchObject([{ state: 'held', text: '' }]);
  expect(logged.filter((line) => line.startsWith('held'))).toHaveLength(1);
  expect(JSON.stringify(contributions)).not.toContain(BLOCKED);
});

it('a new consultation’s form that reaches two at once opens one, and its messages stand once', async () => {
  const there = await replicas();
  const { workspace, balancer, ruth, channel } = there;
  await ruth.types(channel, '/soundings new');
  const form = await workspace.until(() => workspace.openView(ruth), 'the form');
  balancer.sends('to all');
  const { errors } = await ruth.submits(form, {
    title: 'Our response',
    responding_as: 'Eastmarsh Council',
    deadline: DEADLINE,
  });
  expect(errors).toEqual({});
  await workspace.until(() => workspace.messages(channel).length >= 5, 'its messages');
  await allReadBy(there, 8);
  await stopAll(there);
  expect(workspace.messages(channel).map(({ text }) => text.split(':')[0])).toEqual(ALL);
  const { consultation, logged } = await kept(there);
  expect(consultation.themes.map(({ threadTs }) => threadTs)).toEqual(
    workspace
      .messages(channel)
      .slice(1)
      .map(({ ts }) => ts),
  );
  expect(logged).toEqual(['opened']);
});

const ALL = ['Our response', 'Funding', 'Workforce', 'Thresholds', 'CAMHS'];
const allReadBy = ({ workspace }: Office, times: number) =>
  workspace.until(() => workspace.calls('conversations.replies').length >= times, 'the threads to be read');

it('a form that one opened is sent to the other, and what it changed is seen by the first', async () => {
  const there = await openedBy(await replicas());
  const { workspace, one, other, ruth, channel } = there;
  workspace.connect(one.address);
  await ruth.types(channel, '/soundings settings');
  const form = await workspace.until(() => workspace.openView(ruth), 'the form');
  workspace.connect(other.address);
  expect((await ruth.submits(form, { title: 'Renamed' })).errors).toEqual({});
  workspace.connect(one.address);
  await ruth.types(channel, '/soundings status');
  await workspace.until(
    () => JSON.stringify(workspace.ephemeralsTo(ruth)).includes('Renamed: Open'),
    'the status with the new title',
  );
});

it('of two that change the settings at once, from forms opened at the same time, one is told to look again', async () => {
  const there = await openedBy(await replicas({ expects: ['A form could not be saved'] }));
  const { workspace, one, other, ruth, omar, channel } = there;
  for (const [person, app] of [
    [ruth, one],
    [omar, other],
  ] as const) {
    workspace.connect(app.address);
    await person.types(channel, '/soundings settings');
    await workspace.until(() => workspace.openView(person), 'the form');
  }
  const forms = [ruth, omar].map((person) => ({ person, form: workspace.openView(person) }));
  const sent = await Promise.all(
    forms.map(({ person, form }, index) => {
      workspace.connect([one, other][index]?.address ?? '');
      if (form === undefined) throw new Error('There is no form.');
      return person.submits(form, { title: ['From one', 'From the other'][index] ?? '' });
    }),
  );
  expect(sent.map(({ errors }) => Object.keys(errors).length).toSorted()).toEqual([0, 1]);
  await stopAll(there);
  expect((await kept(there)).logged.filter((line) => line === 'changed settings')).toHaveLength(1);
});

it('a submission that one made is in the thread once, and in the exports that the other reads', async () => {
  const there = await openedBy(await replicas());
  const { workspace, one, other, ruth, bea, channel, thread } = there;
  await recorded(there, bea.replies(channel, thread('Funding'), 'Recommendation: fund early help.'));
  workspace.connect(one.address);
  const submission = await exported(there, ruth, 'export markdown');
  expect(submission).toContain('Fund early help');
  workspace.connect(other.address);
  await ruth.types(channel, '/soundings export audit');
  const bundle = await workspace.until(
    () =>
      workspace
        .directMessagesTo(ruth)
        .flatMap((message) => workspace.filesIn(message.channel))
        .at(-1),
    'the audit bundle',
  );
  expect(JSON.parse(bundle.content.toString('utf8'))).toBeTruthy();
  expect(workspace.filesIn(channel)).toHaveLength(1);
  expect(bundle.content.toString('utf8')).toContain('und early help');
});

/** Both are stopped, things happen, and both start again at the same moment. */
async function bothAway(there: There, meanwhile: () => void, setting: Setting = {}) {
  const { workspace, dataDir, databaseUrl } = there;
  await stopAll(there);
  const held = workspace.holdEvents();
  meanwhile();
  held.drop();
  const start = () => startApp(workspace, dataDir, { ...setting, databaseUrl });
  const [one, other] = await Promise.all([start(), start()]);
  return { ...there, one, other };
}

it('two that catch up at the same time double no line of the log and no message to anybody', async () => {
  const before = await openedBy(await replicas());
  const { workspace, bea, omar, channel, thread } = before;
  const gone = bea.replies(channel, thread('Workforce'), 'Gone by retention');
  await recorded(before, gone);
  const said: string[] = [];
  const held: string[] = [];
  const reads = workspace.calls('conversations.replies').length;
  const there = await bothAway(
    before,
    () => {
      for (let n = 0; n < 8; n += 1) {
        said.push(omar.replies(channel, thread('Funding'), `Point ${n}`));
        held.push(bea.replies(channel, thread('CAMHS'), `${blockedWords} ${n}`));
      }
      bea.deletes(channel, gone);
    },
    { reconcileEveryMs: 50 },
  );
  // The other becomes the reader while the first one reads.
  await breakLock(there.databaseUrl, 'reader');
  await allReadBy(there, reads + 8);
  for (const ts of said) await recorded(there, ts);
  await workspace.until(() => workspace.directMessagesTo(bea).length >= held.length, 'the author to be told');
  await eventually(async () =>
    expect((await kept(there)).contributions.every((one) => one.held === null || one.held.toldAt)).toBe(true),
  );
  await stopAll(there);
  expect(workspace.directMessagesTo(bea)).toHaveLength(held.length);
  const { logged } = await kept(there);
  expect(new Set(logged).size).toBe(logged.length);
  expect(logged).toHaveLength(2 + said.length + held.length + 1);
});

it('messages that could not be posted are posted once by two that start at the same time, and the lead is told once', async () => {
  const there = await replicas({ expects: ['announce consultation'] });
  const { workspace, ruth, channel } = there;
  await ruth.types(channel, '/soundings new');
  const form = await workspace.until(() => workspace.openView(ruth), 'the form');
  workspace.failNext('conversations.history', { error: 'internal_error' }, 3);
  await ruth.submits(form, { title: 'Our response', responding_as: 'Eastmarsh', deadline: DEADLINE });
  await workspace.until(() => workspace.directMessagesTo(ruth).length > 0, 'the lead to be told');
  const after = await bothAway({ ...there, opening: '', thread: () => '' }, () => undefined, {
    expects: ['announce consultation'],
    reconcileEveryMs: 100,
  });
  await workspace.until(() => workspace.messages(channel).length >= 5, 'all messages');
  await allReadBy(after, 8);
  await stopAll(after);
  expect(workspace.messages(channel).map(({ text }) => text.split(':')[0])).toEqual(ALL);
  const posts = workspace.calls('chat.postMessage').filter(({ args }) => args.channel === channel.id);
  expect(posts).toHaveLength(5);
  expect(workspace.directMessagesTo(ruth)).toHaveLength(1);
  expect((await kept(there)).consultation.unpostedToldAt).toBeNull();
});

it('what somebody had erased by one is not taken in again by the other, and its file is gone', async () => {
  const there = await openedBy(await replicas());
  const { workspace, one, other, ruth, bea, channel, thread } = there;
  await recorded(there, bea.replies(channel, thread('Funding'), 'Evidence: quillfeather grants were cut.'));
  workspace.connect(one.address);
  expect(await exported(there, ruth, 'draft')).toMatch(/quillfeather/i);
  workspace.connect(other.address);
  await erasesOwn(there, bea);
  await eventually(async () =>
    expect((await kept(there)).contributions).toMatchObject([{ state: 'erased' }]),
  );
  const reads = workspace.calls('conversations.replies').length;
  const after = await bothAway(there, () => undefined);
  await allReadBy(after, reads + 4);
  await stopAll(after);
  expect((await kept(there)).contributions).toMatchObject([{ state: 'erased', text: '', authorId: '' }]);
  expect(await everyFileUnder(there.dataDir)).not.toMatch(/quillfeather/i);
  expect((await kept(there)).logged.filter((line) => line.startsWith('erased'))).toHaveLength(1);
});

it('a request that is sent again, to the other one, has no second effect on the record', async () => {
  const there = await openedBy(
    await replicas({ expects: ['A request failed', 'A form could not be saved'] }),
  );
  const { workspace, one, other, ruth, bea, channel, thread } = there;
  const said = bea.replies(channel, thread('Funding'), 'To be withdrawn');
  await recorded(there, said);
  workspace.connect(one.address);
  /** Done at the first, then sent again, as it was, to the other. */
  const twice = async (act: () => Promise<unknown>) => {
    await act();
    const request = workspace.sentRequests().at(-1);
    if (request === undefined) throw new Error('Nothing was sent.');
    workspace.connect(other.address);
    const answer = await workspace.sendsRaw(request);
    workspace.connect(one.address);
    return answer;
  };
  const told = (person: Office['ruth'], words: string) =>
    workspace.until(() => JSON.stringify(workspace.ephemeralsTo(person)).includes(words), words);
  const formOf = (person: Office['ruth']) => workspace.until(() => workspace.openView(person), 'a form');

  await ruth.types(channel, '/soundings settings');
  const settings = await formOf(ruth);
  const { ack } = await twice(() => ruth.submits(settings, { title: 'Renamed' }));
  expect(JSON.stringify(ack)).toContain('changed since you opened the form');

  await ruth.usesShortcut('edit_contribution', channel, said);
  const edit = await formOf(ruth);
  const again = await twice(() => ruth.submits(edit, { use_in_submission: 'no', reason: 'Said elsewhere' }));
  expect(JSON.stringify(again.ack)).toContain('changed this contribution since');

  await twice(() => ruth.types(channel, '/soundings close'));
  await told(ruth, 'already closed');
  await twice(() => ruth.types(channel, '/soundings reopen'));
  await told(ruth, 'open already');
  await stopAll(there);
  const { logged } = await kept(there);
  const on = `${channel.id}:${said}`;
  expect(logged).toEqual([
    'changed settings',
    'closed',
    `decided ${on}`,
    'opened',
    `recorded ${on}`,
    'reopened',
  ]);
});

it('Socket Mode with PostgreSQL records as HTTP does', async () => {
  const databaseUrl = await freshDatabase();
  const there = await office({ mode: 'socket', databaseUrl });
  const { thread } = await opens(there);
  await recorded(there, there.bea.replies(there.channel, thread('Funding'), 'By socket'));
  expect((await kept({ ...there, databaseUrl })).contributions).toMatchObject([{ text: 'By socket' }]);
});

it('one that loses its turn to post while it looks for what stands already posts nothing more, and the other all of it', async () => {
  const there = await replicas({ expects: ['announce consultation'] });
  const { workspace, one, ruth, channel, databaseUrl } = there;
  workspace.connect(one.address);
  await ruth.types(channel, '/soundings new');
  const form = await workspace.until(() => workspace.openView(ruth), 'the form');
  workspace.failNext('conversations.history', { delayMs: 2_000 });
  await ruth.submits(form, { title: 'Our response', responding_as: 'Eastmarsh', deadline: DEADLINE });
  await workspace.until(() => workspace.calls('conversations.history').length > 0, 'the look');
  await breakLock(databaseUrl, `announce ${(await kept(there)).consultation.id}`);
  await workspace.until(() => workspace.directMessagesTo(ruth).length > 0, 'the lead to be told');
  expect(workspace.messages(channel)).toEqual([]);
  const after = await bothAway({ ...there, opening: '', thread: () => '' }, () => undefined);
  await allReadBy(after, 4);
  expect(workspace.messages(channel).map(({ text }) => text.split(':')[0])).toEqual(ALL);
});
