import { describe, expect, it } from 'vitest';
import { sealedHash } from '../../src/domain/text-hash.ts';
import { expireWords } from '../../src/usecases/expire-words.ts';
import { sendReminders } from '../../src/usecases/send-reminders.ts';
import { freshDatabase } from '../store/postgres/fresh-database.ts';
import { opened } from '../store/postgres/opened.ts';
import { aContribution, keyOf } from '../store/records.ts';
import { reminding } from './reminding.ts';

const FIRST = '2026-11-24T09:30:00Z';

describe('a reminder', () => {
  it('goes at each moment, once, to the lead and the editors, and to nobody who owes nothing', async () => {
    const { opens, at, told, lead, editor, reviewer, contributor } = await reminding();
    await opens();
    await at('2026-11-24T09:29:59Z');
    expect(told(lead, editor)).toEqual([0, 0]);
    for (const [now, count] of [
      [FIRST, 1],
      ['2026-11-24T09:31:00Z', 1],
      ['2026-11-26T12:00:00Z', 1],
      ['2026-11-27T09:30:00Z', 2],
      ['2026-11-30T09:30:30Z', 3],
      ['2026-12-01T11:59:00Z', 3],
    ] as const) {
      await at(now);
      expect(told(lead, editor), now).toEqual([count, count]);
    }
    expect(told(reviewer, contributor)).toEqual([0, 0]);
  });

  it('waits for the morning of somebody far away, and is not sent after the deadline', async () => {
    const { opens, at, told, lead, faraway } = await reminding();
    await opens();
    await at(FIRST);
    await at('2026-11-24T18:59:00Z');
    expect(told(lead, faraway)).toEqual([1, 0]);
    await at('2026-11-24T19:00:00Z');
    expect(told(lead, faraway)).toEqual([1, 1]);
    await opens({ id: 'short', deadline: '2026-11-27T18:00:00Z', openedAt: '2026-11-25T12:00:00Z' });
    await at('2026-11-26T09:30:00Z');
    expect(told(lead, faraway)).toEqual([2, 1]);
    await at('2026-11-27T18:00:00Z');
    await at('2026-11-29T19:00:00Z');
    // The third is that of the first consultation, on Friday.
    expect(told(faraway)).toEqual([2]);
  });

  it('that was missed is sent late, once, the latest only, and a clock that is set back sends none again', async () => {
    const { opens, at, told, lead, workspace } = await reminding();
    await opens();
    await at('2026-11-30T14:00:00Z');
    for (const now of [FIRST, '2026-11-27T10:00:00Z', '2026-11-30T09:30:00Z', '2026-11-30T15:30:00Z'])
      await at(now);
    // Monday's, and, the clock being set back, those of Tuesday and Friday, each once.
    expect(told(lead)).toEqual([3]);
    expect(workspace.directMessagesTo(lead)[0]?.text).toContain(
      '22 hours left: replies until midday on 1 December',
    );
  });

  it('is sent to nobody years before, on a weekend, after the close, after the deadline, or of another workspace', async () => {
    const { opens, at, told, lead, editor, deps } = await reminding();
    await opens();
    await opens({ id: 'closed', closedAt: '2026-11-20T12:00:00.000Z' });
    await opens({ id: 'theirs', teamId: 'T0THER' });
    for (const now of [
      '2020-11-24T09:30:00Z',
      '2026-11-28T12:00:00Z',
      '2026-12-01T12:00:00Z',
      '2030-11-26T09:30:00Z',
    ])
      await at(now);
    expect(told(lead, editor)).toEqual([0, 0]);
    await deps.store.changeConsultation('care-review', (one) => ({ ...one, closedAt: FIRST }));
    await at('2026-11-24T10:00:00Z');
    expect(told(lead, editor)).toEqual([0, 0]);
  });

  it('is sent to nobody who has left the channel, was deactivated or is a guest now', async () => {
    const { opens, at, told, lead, editor, faraway, channel, workspace } = await reminding();
    const guest = workspace.addPerson({ name: 'Gus Okoro', isGuest: true });
    guest.joins(channel);
    await opens({ editorIds: [editor.id, faraway.id, guest.id, 'U0NOBODY'] });
    editor.leaves(channel);
    workspace.deactivates(faraway);
    await at(FIRST);
    await at('2026-11-24T21:00:00Z');
    expect(told(lead, editor, faraway, guest)).toEqual([1, 0, 0, 0]);
  });

  it('tells what is held to the safeguarding reviewer, and to nobody else', async () => {
    const { opens, at, deps, lead, reviewer, workspace } = await reminding();
    const consultation = await opens();
    const held = aContribution({
      teamId: workspace.teamId,
      text: '',
      state: 'held',
      held: {
        types: ['phone'],
        of: sealedHash('words', 'salt'),
        at: '2026-11-21T10:00:00.000Z',
        toldAt: null,
        reviewerToldAt: null,
        isInSlack: true,
        appeal: null,
      },
    });
    await deps.store.changeContribution(consultation.id, keyOf(held), () => held);
    await at(FIRST);
    const [toReviewer, toLead] = [reviewer, lead].map((one) =>
      JSON.stringify(workspace.directMessagesTo(one)),
    );
    expect(toReviewer).toContain('1 reply is held');
    expect(toReviewer).not.toContain('is thin');
    expect(toLead).toContain('is thin: fewer than 3 replies, no evidence, no recommendation');
    expect(toLead).not.toMatch(/repl(y is|ies are) held/);
  });

  it.each([
    ['its answer is lost', 'lost' as const, 1],
    ['the connection breaks', 'reset' as const, 0],
    ['Slack has trouble of its own', { status: 500 }, 0],
    ['Slack may have done half of it', { error: 'fatal_error' }, 0],
    ['Slack takes no message for that person', { error: 'cannot_dm_bot' }, 0],
  ])('is not sent again when %s', async (_, fault, arrived) => {
    const { opens, at, told, lead, editor, workspace } = await reminding();
    await opens({ editorIds: [editor.id] });
    workspace.failNext('chat.postMessage', fault);
    for (const now of [FIRST, '2026-11-24T09:31:00Z', '2026-11-24T13:00:00Z']) await at(now);
    expect(told(lead, editor)).toEqual([arrived, 1]);
    await at('2026-11-27T09:30:00Z');
    expect(told(lead, editor)).toEqual([arrived + 1, 2]);
  });

  it.each([
    ['asks to slow down', { rateLimited: 1 }],
    ['takes no messages at all just now', { error: 'restricted_action' }],
    ['no longer knows the app, until it is installed again', { error: 'account_inactive' }],
  ])('is sent a little later when Slack %s', async (_, fault) => {
    const { opens, at, told, lead, editor, workspace } = await reminding();
    await opens({ editorIds: [editor.id] });
    workspace.failNext('chat.postMessage', fault);
    await expect(at(FIRST)).rejects.toThrow('Slack took no reminder');
    expect(told(lead, editor)).toEqual([0, 1]);
    await at('2026-11-24T09:31:00Z');
    await at('2026-11-24T09:32:00Z');
    expect(told(lead, editor)).toEqual([1, 1]);
  });

  it('waits until Slack says who is there, and holds up no other consultation meanwhile', async () => {
    const { opens, at, told, lead, editor, workspace } = await reminding();
    await opens({ editorIds: [] });
    await opens({ id: 'second', leadId: editor.id, editorIds: [], openedAt: '2026-11-02T12:00:00.000Z' });
    workspace.failNext('conversations.members', { error: 'internal_error' });
    await expect(at(FIRST)).rejects.toThrow();
    expect(told(lead, editor)).toEqual([0, 1]);
    await at('2026-11-24T09:31:00Z');
    expect(told(lead, editor)).toEqual([1, 1]);
  });

  it.each([
    ['the consultation is closed', { closedAt: FIRST }, 0],
    ['its deadline is moved', { deadline: '2026-12-08T12:00:00.000Z' }, 1],
  ])('is sent to nobody when %s while Slack is asked who is there', async (_, change, aWeekBefore) => {
    const { opens, whileSlackIsAsked, at, told, lead, deps } = await reminding();
    await opens({ editorIds: [] });
    await whileSlackIsAsked(FIRST, () =>
      deps.store.changeConsultation('care-review', (one) => ({ ...one, ...change })),
    );
    await at('2026-11-27T09:30:00Z');
    expect(told(lead)).toEqual([0]);
    // A week before the deadline that was set meanwhile.
    await at('2026-12-01T09:30:00Z');
    expect(told(lead)).toEqual([aWeekBefore]);
  });

  it('is sent to nobody when the deadline passes while Slack is asked who is there', async () => {
    const { opens, whileSlackIsAsked, told, lead, clock } = await reminding();
    await opens({ editorIds: [] });
    await whileSlackIsAsked('2026-12-01T11:59:59Z', () => {
      clock.now = '2026-12-01T12:00:00Z';
    });
    expect(told(lead)).toEqual([0]);
  });

  it('waits for the morning when night comes while Slack is asked who is there', async () => {
    const { opens, whileSlackIsAsked, at, told, lead, clock } = await reminding();
    await opens({ editorIds: [] });
    await whileSlackIsAsked('2026-11-24T17:59:59Z', () => {
      clock.now = '2026-11-24T18:00:00Z';
    });
    expect(told(lead)).toEqual([0]);
    await at('2026-11-25T08:00:00Z');
    expect(told(lead)).toEqual([1]);
  });

  it('goes to the others though Slack does not say who one of them is, who gets it when Slack does', async () => {
    const { opens, at, told, lead, editor, workspace, deps } = await reminding();
    await opens({ editorIds: [editor.id] });
    workspace.failNext('users.info', { error: 'user_not_visible' });
    await expect(at(FIRST)).rejects.toThrow();
    expect(told(lead, editor)).toEqual([0, 1]);
    await at('2026-11-24T09:31:00Z');
    expect(told(lead, editor)).toEqual([1, 1]);
    const person = (userId: string) =>
      userId === lead.id ? Promise.reject(new Error('nobody says')) : deps.workspace.person(userId);
    const hidden = { ...deps, workspace: { ...deps.workspace, person } };
    await expect(at('2026-11-27T09:30:00Z', hidden)).rejects.toThrow();
    expect(told(lead, editor)).toEqual([1, 2]);
  });

  it('is sent once by several replicas that look at the same moment, and by one that is started anew', async () => {
    const { opens, told, lead, editor, clock, deps } = await reminding();
    const consultation = await opens();
    const url = await freshDatabase();
    const stores = await Promise.all([opened(url), opened(url), opened(url)]);
    await stores[0]?.addConsultation(consultation);
    const replicas = stores.map((store) => ({ ...deps, store }));
    for (const now of [FIRST, '2026-11-27T09:30:00Z']) {
      clock.now = now;
      await Promise.all(replicas.map((replica) => sendReminders(replica, {})));
    }
    expect(told(lead, editor)).toEqual([2, 2]);
    for (const store of stores) await store.close();
    await sendReminders({ ...deps, store: await opened(url) }, {});
    expect(told(lead, editor)).toEqual([2, 2]);
  });

  it('is forgotten with the words of its consultation', async () => {
    const { opens, at, deps, clock } = await reminding();
    await opens();
    await at(FIRST);
    expect(await deps.store.listReminders('care-review')).toHaveLength(3);
    clock.now = '2027-12-01T12:00:00Z';
    await expireWords(deps, {});
    expect(await deps.store.listReminders('care-review')).toEqual([]);
  });

  it('whose sending was cut off by the end of the process is not sent by the next', async () => {
    const { opens, at, told, lead, editor, deps } = await reminding();
    await opens({ editorIds: [editor.id] });
    const gone = {
      ...deps,
      workspace: { ...deps.workspace, tellOwed: () => new Promise<never>(() => undefined) },
    };
    void at(FIRST, gone);
    const isNoted = async () => (await deps.store.listReminders('care-review')).length > 0;
    while (!(await isNoted())) await new Promise((next) => setImmediate(next));
    await at('2026-11-24T13:00:00Z');
    expect(told(lead, editor)).toEqual([0, 1]);
  });
});
