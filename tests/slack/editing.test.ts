import { describe, expect, it } from 'vitest';
import type { Parcel } from '../../src/practice/transport.ts';
import { everyFileUnder, exported, openedConsultation, recorded, startApp } from '../office.ts';
import { scrapedIdle } from '../ops/scrape.ts';

type There = Awaited<ReturnType<typeof openedConsultation>>;

const recordOf = async (there: There) =>
  JSON.parse(await exported(there, there.ruth, 'export json')).contributions as Record<string, unknown>[];

async function editForm(there: There, person: There['ruth'], ts: string) {
  await person.usesShortcut('edit_contribution', there.channel, ts);
  return there.workspace.until(() => there.workspace.openView(person), 'the form');
}

const asAnOlderVersionMadeIt = (parcel: Parcel): Parcel => ({
  ...parcel,
  body: { ...parcel.body, view: { ...(parcel.body.view as object), private_metadata: '{"older":true}' } },
});

describe('“Edit contribution”', () => {
  it('lets an author give the kind and the theme, and nothing that is an editor’s', async () => {
    const there = await openedConsultation();
    const ts = there.bea.replies(there.channel, there.thread('Funding'), 'We lose people to agencies.');
    await recorded(there, ts);
    const form = await editForm(there, there.bea, ts);
    expect(JSON.stringify(form.blocks)).not.toContain('use_in_submission');
    await there.bea.submits(form, { kind: 'concern', theme: 'workforce' });
    expect(await recordOf(there)).toMatchObject([{ kind: 'concern', themeId: 'workforce' }]);
  });

  it('lets an editor leave a reply out, with a reason that the working draft tells', async () => {
    const there = await openedConsultation();
    const ts = there.bea.replies(there.channel, there.thread('Funding'), 'Our partners are useless.');
    await recorded(there, ts);
    const form = await editForm(there, there.omar, ts);
    const refused = await there.omar.submits(form, { use_in_submission: 'no' });
    expect(refused.errors.reason).toContain('why it is left out');
    await there.omar.submits(form, { use_in_submission: 'no', reason: 'Unfair to partners' });
    expect(await exported(there, there.omar, 'export markdown')).not.toContain('useless');
    expect(await exported(there, there.omar, 'draft')).toContain('Unfair to partners');
  });

  it('prints an editor’s wording in place of the words, keeps the words, and says when they changed since', async () => {
    const there = await openedConsultation();
    const { workspace, bea, omar, channel, thread } = there;
    const ts = bea.replies(channel, thread('Funding'), 'The bloody grant ran out in May.');
    await recorded(there, ts);
    const form = await editForm(there, omar, ts);
    await omar.submits(form, { kind: 'concern', wording: 'The grant was spent two months into the year.' });
    const submission = await exported(there, omar, 'export markdown');
    expect(submission).toContain('The grant was spent two months into the year.');
    expect(submission).not.toContain('bloody');
    bea.edits(channel, ts, 'The bloody grant ran out in June.');
    await workspace.settled();
    expect(await exported(there, omar, 'draft')).toMatch(/changed since/i);
  });

  it('holds back what says that it is off the record until an editor decides', async () => {
    const there = await openedConsultation();
    const ts = there.bea.replies(
      there.channel,
      there.thread('CAMHS'),
      'Off the record: the waiting list is not counted.',
    );
    await recorded(there, ts);
    expect(await exported(there, there.ruth, 'export markdown')).not.toContain('waiting list');
    await there.ruth.types(there.channel, '/soundings status');
    await there.workspace.until(
      () => JSON.stringify(there.workspace.ephemeralsTo(there.ruth)).includes('1 waiting for a decision'),
      'what waits',
    );
    const form = await editForm(there, there.ruth, ts);
    await there.ruth.submits(form, {
      use_in_submission: 'yes',
      wording: 'Waiting lists are counted in different ways.',
    });
    expect(await exported(there, there.ruth, 'export markdown')).toContain(
      'Waiting lists are counted in different ways.',
    );
  });

  it('decides nothing when an editor only sorts what waits', async () => {
    const there = await openedConsultation();
    const ts = there.bea.replies(there.channel, there.thread('CAMHS'), 'Off the record: nobody counts.');
    await recorded(there, ts);
    await there.omar.submits(await editForm(there, there.omar, ts), { kind: 'concern' });
    expect(await recordOf(there)).toMatchObject([
      { kind: 'concern', use: { inSubmission: false, decidedBy: null } },
    ]);
  });

  it('writes nothing into a reply that was deleted while the form was open', async () => {
    const there = await openedConsultation();
    const { workspace, bea, omar, channel, thread, dataDir } = there;
    const ts = bea.replies(channel, thread('Funding'), 'Something to take back');
    await recorded(there, ts);
    const form = await editForm(there, omar, ts);
    bea.deletes(channel, ts);
    await workspace.settled();
    const { errors } = await omar.submits(form, { wording: 'Something kept after all' });
    expect(errors.kind).toContain('withdrawn, deleted or held');
    expect(await everyFileUnder(`${dataDir}/consultations`)).not.toContain('kept after all');
  });

  it('says on a form that an older version had opened that it cannot be read, and keeps it open', async () => {
    const there = await openedConsultation({ expects: ['A request failed'] });
    const ts = there.bea.replies(there.channel, there.thread('Funding'), 'We lose people to agencies.');
    await recorded(there, ts);
    const form = await editForm(there, there.omar, ts);
    there.workspace.changesNext(asAnOlderVersionMadeIt);
    const { errors } = await there.omar.submits(form, { wording: 'Typed at some length' });
    expect(Object.values(errors)).toEqual([expect.stringContaining('Copy what you typed')]);
    expect(there.workspace.openView(there.omar)).toBeDefined();
  });

  it('is offered in an editor’s status for what waits, also when the message is no longer in Slack', async () => {
    const there = await openedConsultation();
    const { workspace, bea, ruth, channel, thread, app, dataDir } = there;
    const ts = bea.replies(channel, thread('Funding'), 'Early help comes first.');
    await recorded(there, ts);
    await app.stop();
    const held = workspace.holdEvents();
    bea.deletes(channel, ts);
    const later = bea.replies(channel, thread('CAMHS'), 'Afterwards');
    held.drop();
    await startApp(workspace, dataDir);
    await recorded(there, later);
    await ruth.types(channel, '/soundings status');
    const status = await workspace.until(
      () =>
        workspace
          .ephemeralsTo(ruth)
          .find(({ blocks }) => JSON.stringify(blocks).includes('Waits for a decision')),
      'what waits',
    );
    expect(JSON.stringify(status.blocks)).toContain('Early help comes first.');
    await ruth.clicks(status, 'decide_contribution_0');
    const form = await workspace.until(() => workspace.openView(ruth), 'the form');
    await ruth.submits(form, { use_in_submission: 'yes' });
    expect(await exported(there, ruth, 'export markdown')).toContain('Early help comes first.');
    await bea.types(channel, '/soundings status');
    const others = await workspace.until(() => workspace.ephemeralsTo(bea).at(-1), 'the status of a member');
    expect(JSON.stringify(others)).not.toContain('Decide');
    expect(workspace.complaints).toEqual([]);
  });

  it('lets an author withdraw also while Slack does not say who is in the channel', async () => {
    const there = await openedConsultation();
    const { workspace, bea, channel, thread } = there;
    const ts = bea.replies(channel, thread('Funding'), 'I take this back.');
    await recorded(there, ts);
    const form = await editForm(there, bea, ts);
    bea.leaves(channel);
    await workspace.settled();
    workspace.failNext('conversations.members', { status: 500 }, 5);
    await bea.picks(form, 'withdraw_contribution');
    await workspace.until(
      () => JSON.stringify(workspace.openView(bea)).includes('is withdrawn'),
      'the withdrawal',
    );
  });

  it('lets its author, and nobody else, withdraw a reply', async () => {
    const there = await openedConsultation();
    const { workspace, bea, omar, channel, thread } = there;
    const ts = bea.replies(channel, thread('Funding'), 'I would rather not have said this.');
    await recorded(there, ts);
    const editors = await editForm(there, omar, ts);
    expect(JSON.stringify(editors)).not.toContain('withdraw_contribution');
    const form = await editForm(there, bea, ts);
    await bea.picks(form, 'withdraw_contribution');
    await workspace.until(
      () => JSON.stringify(workspace.openView(bea)).includes('is withdrawn'),
      'the end of it',
    );
    expect(await recordOf(there)).toEqual([]);
    expect(workspace.message(channel, ts)?.text).toContain('rather not');
    expect(workspace.complaints).toEqual([]);
  });

  it('is refused on somebody else’s reply, and explained on a message that is not recorded', async () => {
    const there = await openedConsultation();
    const { workspace, bea, ruth, channel, thread } = there;
    const ts = ruth.replies(channel, thread('Funding'), 'The lead’s own view.');
    await recorded(there, ts);
    await bea.usesShortcut('edit_contribution', channel, ts);
    await workspace.until(
      () => workspace.ephemeralsTo(bea).at(-1)?.text.includes('Only the author'),
      'a refusal',
    );
    const lunch = bea.posts(channel, 'Lunch?');
    await bea.usesShortcut('edit_contribution', channel, lunch);
    await workspace.until(
      () => workspace.ephemeralsTo(bea).at(-1)?.text.includes('not recorded'),
      'an explanation',
    );
    expect(workspace.openView(bea)).toBeUndefined();
  });
});

describe('“Add to consultation”', () => {
  async function adds(
    there: There,
    person: There['ruth'],
    channel: { id: string },
    ts: string,
    theme: string,
  ) {
    await person.usesShortcut('add_to_consultation', channel, ts);
    const form = await there.workspace.until(() => there.workspace.openView(person), 'the form');
    const place = JSON.stringify(form).match(new RegExp(`"(V\\w+/${theme})"`))?.[1];
    await person.submits(form, { place });
  }

  it('brings in a colleague’s message from elsewhere; its author is told and can withdraw it', async () => {
    const there = await openedConsultation();
    const { workspace, ruth, bea } = there;
    const elsewhere = workspace.addChannel({ name: 'practice-leads', members: [ruth, bea] });
    const ts = bea.posts(elsewhere, 'Evidence: our turnover halved when supervision became weekly.');
    await adds(there, ruth, elsewhere, ts, 'workforce');
    await recorded({ workspace, channel: elsewhere }, ts);
    expect(await recordOf(there)).toMatchObject([
      { channelId: elsewhere.id, themeId: 'workforce', kind: 'evidence' },
    ]);
    const told = await workspace.until(() => workspace.directMessagesTo(bea)[0], 'Bea to be told');
    await bea.clicks(told, 'withdraw_contribution');
    await workspace.until(
      () =>
        JSON.stringify(workspace.ephemeralsTo(bea))
          .concat(JSON.stringify(workspace.directMessagesTo(bea)))
          .includes('is withdrawn'),
      'the withdrawal',
    );
    expect(await recordOf(there)).toEqual([]);
    expect(workspace.complaints).toEqual([]);
  });

  it('records nothing when its author cannot be told', async () => {
    const there = await openedConsultation({ expects: ['A request failed'] });
    const { workspace, ruth, bea } = there;
    const elsewhere = workspace.addChannel({ name: 'practice-leads', members: [ruth, bea] });
    const ts = bea.posts(elsewhere, 'Said in passing.');
    workspace.failNext('chat.postMessage', { rateLimited: 30 });
    await adds(there, ruth, elsewhere, ts, 'funding');
    await workspace.until(
      () =>
        JSON.stringify([workspace.ephemeralsTo(ruth), workspace.directMessagesTo(ruth)]).includes(
          'could not be told',
        ),
      'Ruth to hear of it',
    );
    expect(await recordOf(there)).toEqual([]);
  });

  it('brings the endorsements along, and says so when the message is recorded already', async () => {
    const there = await openedConsultation();
    const { workspace, ruth, bea } = there;
    const elsewhere = workspace.addChannel({ name: 'practice-leads', members: [ruth, bea] });
    const ts = bea.posts(elsewhere, 'Supervision keeps people.');
    ruth.reacts(elsewhere, ts, '+1');
    await adds(there, bea, elsewhere, ts, 'workforce');
    await recorded({ workspace, channel: elsewhere }, ts);
    expect(await recordOf(there)).toMatchObject([{ endorsers: [ruth.id] }]);
    await adds(there, bea, elsewhere, ts, 'funding');
    await workspace.until(
      () => JSON.stringify(workspace.directMessagesTo(bea)).includes('recorded already'),
      'a refusal',
    );
  });

  it('is read again at the next start: an edit is found, and a message that is gone is marked', async () => {
    const there = await openedConsultation();
    const { workspace, bea, ruth, channel, thread, app, dataDir } = there;
    const elsewhere = workspace.addChannel({ name: 'practice-leads', members: [ruth, bea] });
    const [edited, gone] = [bea.posts(elsewhere, 'Before'), bea.posts(elsewhere, 'Gone')];
    await adds(there, bea, elsewhere, edited, 'workforce');
    await adds(there, bea, elsewhere, gone, 'workforce');
    await recorded({ workspace, channel: elsewhere }, gone);
    await app.stop();
    const held = workspace.holdEvents();
    bea.edits(elsewhere, edited, 'After');
    bea.deletes(elsewhere, gone);
    held.drop();
    const { address } = await startApp(workspace, dataDir);
    await workspace.until(
      () =>
        workspace.calls('conversations.replies').filter(({ args }) => args.channel === elsewhere.id).length >=
        4,
      'both to be read again',
    );
    await scrapedIdle(address);
    await recorded(there, bea.replies(channel, thread('CAMHS'), 'Afterwards'));
    expect(await recordOf(there)).toMatchObject([
      { text: 'After', state: 'standing' },
      { state: 'missing' },
      {},
    ]);
  });

  it('takes nothing of a private channel from anyone but the author', async () => {
    const there = await openedConsultation();
    const { workspace, ruth, bea } = there;
    const hidden = workspace.addChannel({ name: 'case-talk', isPrivate: true, members: [ruth, bea] });
    const ts = bea.posts(hidden, 'Said in confidence.');
    await adds(there, ruth, hidden, ts, 'funding');
    await workspace.until(
      () =>
        JSON.stringify([workspace.ephemeralsTo(ruth), workspace.directMessagesTo(ruth)]).includes(
          'only its author',
        ),
      'a refusal',
    );
    expect(await recordOf(there)).toEqual([]);
    await adds(there, bea, hidden, ts, 'funding');
    await recorded({ workspace, channel: hidden }, ts);
  });

  it('offers only consultations of channels that the person is in', async () => {
    const there = await openedConsultation();
    const { workspace, stranger } = there;
    const elsewhere = workspace.addChannel({ name: 'elsewhere', members: [stranger] });
    const ts = stranger.posts(elsewhere, 'Something');
    await stranger.usesShortcut('add_to_consultation', elsewhere, ts);
    const answer = await workspace.until(() => workspace.ephemeralsTo(stranger)[0], 'an answer');
    expect(answer.text).toContain('no open consultation in a channel you are in');
    expect(answer.text).not.toContain('Our response');
  });
});
