import { describe, expect, it } from 'vitest';
import { everyFileUnder } from '../../office.ts';
import {
  answered,
  appealed,
  BLOCKED,
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

/** What Ruth, who reviews, is shown as held. */
async function heldList(there: Screened, words = 'oldest first') {
  const { workspace, ruth, channel } = there;
  const before = workspace.ephemeralsTo(ruth).length;
  await ruth.types(channel, '/soundings held');
  const list = await workspace.until(
    () =>
      workspace
        .ephemeralsTo(ruth)
        .slice(before)
        .find((one) => JSON.stringify(one).includes(words)),
    `the list: ${words}`,
  );
  return { list, shown: JSON.stringify(list) };
}

const actionsOf = async ({ dataDir }: Screened): Promise<string[]> =>
  [...(await everyFileUnder(dataDir)).matchAll(/"what": ?"([a-z ]+)"/g)].map(([, what]) => what ?? '');

describe('“This is not about a person”', () => {
  it('asks why, and takes the link, the kinds and the reason to the reviewer', async () => {
    const there = await screenedConsultation();
    const ts = await heldReply(there);
    const message = JSON.stringify(await appealed(there, 'It is <!channel> *the number* of a survey.'));
    expect(message).toContain('an NHS number');
    expect(message).toContain(`p${ts.replace('.', '')}`);
    expect(message).toContain('Record it');
    expect(message).toContain('Keep it held');
    expect(message).toMatch(/"type":"plain_text","text":"Its author says: It is <!channel> \*the number\*/);
    expect(await actionsOf(there)).toContain('appealed');
  });

  it('looks at the reason too, and says so on its field', async () => {
    const there = await screenedConsultation();
    const { workspace, bea } = there;
    await heldReply(there);
    await bea.clicks(await told(there, bea, 'so it is held'), 'appeal_held');
    const form = await workspace.until(() => workspace.openView(bea), 'the form');
    const refused = await bea.submits(form, { reason: `${BLOCKED} is a survey.` });
    expect(refused.errors.reason).toContain('an NHS number');
    const empty = await bea.submits(form, { reason: '   ' });
    expect(empty.errors.reason).toContain('why it is not about a person');
    const long = await bea.submits(form, { reason: 'A survey. '.repeat(30) });
    expect(long.errors.reason).toContain('Shorten this');
    expect(await isKept(there)).toBe(false);
    expect(timesTold(there, there.ruth, 'Its author says')).toBe(0);
  });

  it('is said once, also from the form of the contribution', async () => {
    const there = await screenedConsultation();
    const { workspace, bea, channel } = there;
    const ts = await heldReply(there);
    await bea.usesShortcut('edit_contribution', channel, ts);
    const form = await workspace.until(() => workspace.openView(bea), 'the form');
    await bea.picks(form, 'appeal_held');
    const asking = await workspace.until(
      () => [workspace.openView(bea)].find((view) => view?.callback_id === 'appeal_form'),
      'the form for a reason',
    );
    await bea.submits(asking, { reason: 'It is a survey.' });
    expect(JSON.stringify(workspace.openView(bea))).toContain('with the safeguarding reviewer');
    await bea.clicks(await told(there, bea, 'so it is held'), 'appeal_held');
    const again = await workspace.until(
      () => [workspace.openView(bea)].find((view) => view?.submit),
      'the form once more',
    );
    const { errors } = await bea.submits(again, { reason: 'It really is.' });
    expect(errors.reason).toContain('has your reason already');
  });

  it('says nothing to a reviewer who has left the channel', async () => {
    const there = await screenedConsultation();
    const { workspace, bea, ruth, channel } = there;
    await heldReply(there);
    ruth.leaves(channel);
    await workspace.settled();
    await bea.clicks(await told(there, bea, 'so it is held'), 'appeal_held');
    const form = await workspace.until(() => workspace.openView(bea), 'the form');
    await bea.submits(form, { reason: 'It is a survey.' });
    await workspace.until(
      () => actionsOf(there).then((actions) => actions.includes('appealed')),
      'the reason',
    );
    expect(workspace.directMessagesTo(ruth)).toEqual([]);
  });

  it('tells the lead that nobody looks, when the reviewer has left the channel', async () => {
    const there = await screenedConsultation();
    const { workspace, bea, ruth, omar, channel } = there;
    await ruth.types(channel, '/soundings settings');
    const settings = await workspace.until(() => workspace.openView(ruth), 'the settings');
    await ruth.submits(settings, { safeguarding_reviewer: omar });
    omar.leaves(channel);
    await workspace.settled();
    await heldReply(there);
    await bea.clicks(await told(there, bea, 'so it is held'), 'appeal_held');
    const form = await workspace.until(() => workspace.openView(bea), 'the form');
    await bea.submits(form, { reason: 'It is a survey.' });
    await told(there, ruth, 'no longer in');
    expect(timesTold(there, omar, 'Its author says')).toBe(0);
  });
});

describe('the safeguarding reviewer', () => {
  it('records what is not about a person: it is read again from Slack, and its author is told', async () => {
    const there = await screenedConsultation();
    const { bea, ruth, channel } = there;
    const ts = await heldReply(there);
    await ruth.clicks(await appealed(there), 'record_held');
    await marked(there, ts, 'memo');
    await told(there, ruth, 'The reply is recorded');
    await told(there, bea, 'it is recorded now');
    expect(await isKept(there)).toBe(true);
    expect(await actionsOf(there)).toContain('cleared');
    bea.edits(channel, ts, `Another number: ${BLOCKED}.`);
    await marked(there, ts, 'lock');
    expect(await isKept(there)).toBe(false);
  });

  it('keeps it held, says so to its author, and can still record it later', async () => {
    const there = await screenedConsultation();
    const { bea, ruth } = there;
    const ts = await heldReply(there);
    await ruth.clicks(await appealed(there), 'keep_held');
    await told(there, ruth, 'stays held, and its author is told');
    await told(there, bea, 'it stays held');
    expect(marksOn(there, ts)).toEqual(['lock']);
    expect(await isKept(there)).toBe(false);
    const { list, shown } = await heldList(there);
    expect(shown).toContain('You kept it held at');
    expect(shown).not.toContain('keep_held');
    await ruth.clicks(list, 'record_held');
    await marked(there, ts, 'memo');
  });

  it('finds what is held in a list, with the kinds and the reason, and decides there', async () => {
    const there = await screenedConsultation();
    const { workspace, bea, ruth, channel, thread } = there;
    const first = await heldReply(there);
    const second = bea.replies(channel, thread('CAMHS'), `The survey has ${BLOCKED}.`);
    await marked(there, second, 'lock');
    const { list, shown } = await heldList(there);
    for (const ts of [first, second]) expect(shown).toContain(`p${ts.replace('.', '')}`);
    expect(shown).toContain('an NHS number');
    expect(shown).toContain('Held since');
    await ruth.clicks(list, 'record_held');
    await marked(there, first, 'memo');
    const rest = await workspace.until(
      () => workspace.ephemeralsTo(ruth).find(({ text }) => text.includes('The reply is recorded')),
      'the list anew',
    );
    expect(JSON.stringify(rest)).not.toContain(first.replace('.', ''));
    expect(JSON.stringify(rest)).toContain(second.replace('.', ''));
  });

  it('is told how many there are in the status, and shown as many as Slack takes', async () => {
    const there = await screenedConsultation();
    const { workspace, bea, ruth, channel, thread } = there;
    const all = Array.from({ length: 17 }, (_, n) =>
      bea.replies(channel, thread('Workforce'), `Number ${n}: ${BLOCKED}`),
    );
    await workspace.until(() => all.every((ts) => marksOn(there, ts).includes('lock')), 'all to be locked');
    expect((await heldList(there)).shown).toContain('2 more');
    await ruth.types(channel, '/soundings status');
    await answered(there, ruth, '17 replies are held');
  });

  it('never clears newer words with an older button', async () => {
    const there = await screenedConsultation();
    const { workspace, bea, ruth, channel } = there;
    const ts = await heldReply(there);
    const message = await appealed(there);
    bea.edits(channel, ts, `And her other number, ${BLOCKED}, too.`);
    await workspace.until(() => timesTold(there, bea, 'so it is held') === 2, 'the edit to be held');
    await ruth.clicks(message, 'record_held');
    await answered(there, ruth, 'no longer held as it was then');
    expect(marksOn(there, ts)).toEqual(['lock']);
    expect(await isKept(there)).toBe(false);
  });

  it('clears nothing when other words stand in Slack than were held, though no event said so', async () => {
    const there = await screenedConsultation();
    const { workspace, bea, ruth, channel } = there;
    const ts = await heldReply(there);
    const message = await appealed(there);
    const lost = workspace.holdEvents();
    bea.edits(channel, ts, `Another one: ${BLOCKED}.`);
    lost.drop();
    await ruth.clicks(message, 'record_held');
    await told(there, ruth, 'says something else now');
    await workspace.until(() => timesTold(there, bea, 'so it is held') === 2, 'Bea to be told');
    expect(await isKept(there)).toBe(false);
    expect(await actionsOf(there)).not.toContain('cleared');
  });

  it('records what was cleaned meanwhile, without clearing anything', async () => {
    const there = await screenedConsultation();
    const { workspace, bea, ruth, channel } = there;
    const ts = await heldReply(there);
    const message = await appealed(there);
    const lost = workspace.holdEvents();
    bea.edits(channel, ts, 'The ward never rings back.');
    lost.drop();
    await ruth.clicks(message, 'record_held');
    await marked(there, ts, 'memo');
    expect(await recordOf(there)).toMatchObject([{ text: 'The ward never rings back.', cleared: null }]);
  });

  it('is told when it is gone from Slack, and finds it in no list', async () => {
    const there = await screenedConsultation();
    const { workspace, bea, ruth, channel } = there;
    const ts = await heldReply(there);
    const message = await appealed(there);
    const lost = workspace.holdEvents();
    bea.deletes(channel, ts);
    lost.drop();
    await ruth.clicks(message, 'record_held');
    await told(there, ruth, 'no longer in Slack');
    await heldList(there, 'Nothing is held');
  });

  it('is asked to try again when Slack does not give the reply', async () => {
    const there = await screenedConsultation({ expects: ['A request failed'] });
    const ts = await heldReply(there);
    const message = await appealed(there);
    there.workspace.failNext('conversations.replies', { status: 503 });
    await there.ruth.clicks(message, 'record_held');
    await answered(there, there.ruth, 'did not give the reply');
    expect(marksOn(there, ts)).toEqual(['lock']);
  });

  it('is the person whom the form names, and then nobody else, the lead included', async () => {
    const there = await screenedConsultation();
    const { workspace, ruth, omar, bea, channel } = there;
    await ruth.types(channel, '/soundings settings');
    const form = await workspace.until(() => workspace.openView(ruth), 'the settings');
    expect((await ruth.submits(form, { safeguarding_reviewer: omar })).errors).toEqual({});
    await heldReply(there);
    for (const person of [ruth, bea]) {
      await person.types(channel, '/soundings held');
      await answered(there, person, 'Only the safeguarding reviewer');
      await person.types(channel, '/soundings status');
      expect(JSON.stringify(await answered(there, person, 'Thin:'))).not.toContain('held');
    }
    await omar.types(channel, '/soundings held');
    await answered(there, omar, 'an NHS number');
  });

  it('must be a full member of the channel', async () => {
    const there = await screenedConsultation();
    const { workspace, ruth, stranger, channel } = there;
    const guest = workspace.addPerson({ name: 'Gus Okoro', isGuest: true });
    guest.joins(channel);
    await workspace.settled();
    for (const command of ['settings', 'new']) {
      await ruth.types(channel, `/soundings ${command}`);
      const form = await workspace.until(() => workspace.openView(ruth), 'the form');
      const values = {
        title: 'Another',
        responding_as: 'Eastmarsh',
        deadline: new Date('2031-03-31T17:00:00Z'),
      };
      const outside = await ruth.submits(form, { ...values, safeguarding_reviewer: stranger });
      expect(outside.errors.safeguarding_reviewer).toContain('not in the channel');
      const refused = await ruth.submits(form, { ...values, safeguarding_reviewer: guest });
      expect(refused.errors.safeguarding_reviewer).toContain('full member');
      await ruth.submits(form, { ...values, safeguarding_reviewer: ruth });
    }
  });
});

describe('a button of somebody who is no reviewer', () => {
  it('decides nothing', async () => {
    const there = await screenedConsultation();
    const { workspace, ruth, omar, channel } = there;
    const ts = await heldReply(there);
    const { list } = await heldList(there);
    await ruth.types(channel, '/soundings settings');
    const form = await workspace.until(() => workspace.openView(ruth), 'the settings');
    await ruth.submits(form, { safeguarding_reviewer: omar });
    for (const action of ['record_held', 'keep_held']) await ruth.clicks(list, action);
    await answered(there, ruth, 'not recorded in a consultation');
    expect(marksOn(there, ts)).toEqual(['lock']);
    expect(await isKept(there)).toBe(false);
  });
});

describe('the form of a consultation', () => {
  it('takes no title that the screen blocks, and says so on its field', async () => {
    const there = await screenedConsultation();
    const { workspace, ruth, channel } = there;
    await ruth.types(channel, '/soundings settings');
    const form = await workspace.until(() => workspace.openView(ruth), 'the settings');
    const title = await ruth.submits(form, { title: `About ${BLOCKED}` });
    expect(title.errors).toEqual({ title: expect.stringContaining('an NHS number') });
    const name = await ruth.submits(form, { title: 'Our response', responding_as: `Friends of ${BLOCKED}` });
    expect(name.errors).toEqual({ responding_as: expect.stringContaining('an NHS number') });
    expect(await isKept(there)).toBe(false);
  });

  it('that is older than the settings changes nothing', async () => {
    const there = await screenedConsultation();
    const { workspace, ruth, omar, channel } = there;
    await ruth.types(channel, '/soundings settings');
    await omar.types(channel, '/soundings settings');
    const [hers, his] = [
      await workspace.until(() => workspace.openView(ruth), 'her form'),
      await workspace.until(() => workspace.openView(omar), 'his form'),
    ];
    expect((await ruth.submits(hers, { title: 'A newer title' })).errors).toEqual({});
    expect((await omar.submits(his, { title: 'An older title' })).errors.title).toContain('changed since');
    await omar.types(channel, '/soundings status');
    await answered(there, omar, 'A newer title');
  });
});
