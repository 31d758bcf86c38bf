import { describe, expect, it } from 'vitest';
import { DEADLINE, everyFileUnder, openedConsultation, recorded, startApp } from '../office.ts';
import { freshDatabase } from '../store/postgres/fresh-database.ts';
import { asksForOwnData, erasesOwn } from './own-data-steps.ts';

type Setting = Parameters<typeof openedConsultation>[0];

/** The deadline is on Monday, 31 March 2031; that Sunday the clocks go forward. A week before, it is winter time. */
const FIRST = new Date('2031-03-24T09:30:00Z');
const ALL_THIN = /Funding.*Workforce.*Thresholds.*CAMHS/;

/** A consultation that was opened now, with Ruth as its lead and Omar as its editor; and a clock to set. */
async function reminding(setting: Setting = {}, values: Record<string, unknown> = {}) {
  const clock = { now: new Date() };
  const conduct = { now: () => clock.now, remindEveryMs: 20, ...setting };
  const there = await openedConsultation(conduct, values);
  const { workspace, dataDir } = there;
  const direct = (person: { id: string }) => workspace.directMessagesTo(person);
  return {
    ...there,
    clock,
    direct,
    reminded: (person: { id: string }, times = 1) =>
      workspace.until(() => (direct(person).length < times ? null : direct(person)), 'the reminder'),
    restarts: () => startApp(workspace, dataDir, conduct),
  };
}

/** What a person was answered last, as text. */
async function answerTo(there: Awaited<ReturnType<typeof reminding>>, person: { id: string }, after: number) {
  const { workspace } = there;
  await workspace.until(() => workspace.ephemeralsTo(person).length > after, 'the answer');
  return JSON.stringify(workspace.ephemeralsTo(person).at(-1));
}

async function reminds(there: Awaited<ReturnType<typeof reminding>>, person = there.ruth) {
  const before = there.workspace.ephemeralsTo(person).length;
  await person.types(there.channel, '/soundings remind');
  return answerTo(there, person, before);
}

describe('reminders of a deadline', () => {
  it('come by themselves, once each, also across a restart, and say what is missing and how long is left', async () => {
    const there = await reminding();
    const { ruth, omar, bea, direct, clock, app } = there;
    clock.now = FIRST;
    const [message] = await there.reminded(ruth);
    await there.reminded(omar);
    expect(message?.text).toContain('7 days and 7 hours left: replies until 6pm on 31 March 2031');
    expect(JSON.stringify(message)).toMatch(ALL_THIN);
    await app.stop();
    await there.restarts();
    clock.now = new Date('2031-03-28T09:30:00Z');
    await there.reminded(ruth, 2);
    await there.reminded(omar, 2);
    expect([ruth, omar, bea].map((one) => direct(one).length)).toEqual([2, 2, 0]);
    expect(there.workspace.complaints).toEqual([]);
  });

  it('that Slack does not take are told in the log, and come later', async () => {
    const logged: string[] = [];
    const log = {
      info: () => undefined,
      warn: () => undefined,
      error: (what: string, error: unknown) => void logged.push(`${what}: ${error}`),
    };
    const there = await reminding({ log });
    there.workspace.failNext('chat.postMessage', { error: 'restricted_action' }, 2);
    there.clock.now = FIRST;
    await there.reminded(there.ruth);
    await there.reminded(there.omar);
    expect(logged).toEqual(['send reminders: Error: Slack took no reminder just now.']);
  });

  it('come once from two replicas on one database', async () => {
    const databaseUrl = await freshDatabase();
    const there = await reminding({ databaseUrl });
    const other = await there.restarts();
    there.clock.now = FIRST;
    await there.reminded(there.ruth);
    await there.reminded(there.omar);
    await Promise.all([there.app.stop(), other.stop()]);
    expect([there.ruth, there.omar].map((one) => there.direct(one).length)).toEqual([1, 1]);
  });

  it('ask for a decision, and tell nobody the words', async () => {
    const there = await reminding();
    const { bea, channel, thread, ruth, clock } = there;
    await recorded(there, bea.replies(channel, thread('Funding'), 'Off the record: kestrel grants end.'));
    clock.now = FIRST;
    const [message] = await there.reminded(ruth);
    expect(JSON.stringify(message)).toContain('1 contribution waits for a decision: `/soundings status`');
    expect(JSON.stringify(message)).not.toContain('kestrel');
  });

  it('call nobody and link nowhere, whatever a consultation is called', async () => {
    const there = await reminding({}, { title: '<!channel> & <https://evil.example|here>' });
    there.clock.now = FIRST;
    const [message] = await there.reminded(there.ruth);
    expect(message?.text).toContain('&lt;!channel&gt; &amp; &lt;https://evil.example|here&gt;');
    expect(JSON.stringify(message)).not.toMatch(/<!|<https:\/\/evil/);
  });

  it('are told to whoever asks what is held about them, and are forgotten with the rest once they have no part in it', async () => {
    const there = await reminding();
    const { workspace, omar, ruth, channel, clock, dataDir } = there;
    clock.now = FIRST;
    await there.reminded(omar);
    const { text } = await asksForOwnData(there, omar);
    expect(text).toContain('Soundings reminded you of it: 9:30am on 24 March 2031.');
    const isKept = async () =>
      new RegExp(`"userId": ?"${omar.id}",\\s*"told"`).test(await everyFileUnder(`${dataDir}/consultations`));
    await erasesOwn(there, omar);
    expect(await isKept()).toBe(true);
    await ruth.types(channel, '/soundings settings');
    const form = await workspace.until(() => workspace.openView(ruth), 'the settings');
    await ruth.submits(form, { editors: [] });
    await erasesOwn(there, omar);
    expect(await isKept()).toBe(false);
  });
});

describe('/soundings remind', () => {
  it('reminds at once, at night too, and says whom, of what, and when they were reminded last', async () => {
    const there = await reminding();
    const { clock, omar, ruth, direct } = there;
    clock.now = new Date('2031-03-01T23:00:00Z');
    const answer = await reminds(there);
    expect(answer).toContain('Reminded one person of “Our response”');
    expect(answer).toContain(`<@${omar.id}>: reminded.`);
    expect(answer).toContain(`<@${ruth.id}>: that is you`);
    expect(answer).toMatch(ALL_THIN);
    expect(direct(omar)).toHaveLength(1);
    clock.now = new Date('2031-03-01T23:59:00Z');
    const again = await reminds(there);
    expect(again).toContain('Nobody was reminded');
    expect(again).toContain('once an hour at most. Last reminded at 11pm on 1 March 2031.');
    clock.now = new Date('2031-03-02T00:00:00Z');
    expect(await reminds(there)).toContain('reminded. Last reminded at 11pm on 1 March 2031.');
    expect([ruth, omar].map((one) => direct(one).length)).toEqual([0, 2]);
    const log = (await everyFileUnder(`${there.dataDir}/consultations`)).match(/"what": ?"reminded"/g);
    expect(log).toHaveLength(2);
  });

  it('within an hour of a reminder that came by itself reminds nobody again', async () => {
    const there = await reminding();
    there.clock.now = FIRST;
    await there.reminded(there.omar);
    there.clock.now = new Date('2031-03-24T10:00:00Z');
    expect(await reminds(there)).toContain('Last reminded at 9:30am on 24 March 2031.');
    expect(there.direct(there.omar)).toHaveLength(1);
  });

  it('says plainly when nobody owes anything, and tells an editor nothing of what is held', async () => {
    const there = await reminding();
    const { bea, ruth, omar, channel, thread } = there;
    const enough = ['Evidence: cuts.', 'Recommendation: one grant.', 'Concern: no staff.'];
    const sent = ['Funding', 'Workforce', 'Thresholds', 'CAMHS'].flatMap((title) =>
      enough.map((words) => bea.replies(channel, thread(title), words)),
    );
    for (const ts of sent) await recorded(there, ts);
    bea.replies(channel, thread('Funding'), 'My number is 943 476 5919.');
    await there.workspace.until(() => there.direct(bea).length > 0, 'the author to be told');
    const before = there.direct(ruth).length;
    expect(await reminds(there, omar)).toContain('Nobody owes anything to “Our response”');
    expect(there.direct(ruth)).toHaveLength(before);
  });

  it('is refused after the close', async () => {
    const there = await reminding();
    await there.ruth.types(there.channel, '/soundings close');
    await answerTo(there, there.ruth, 0);
    expect(await reminds(there)).toContain('takes no more replies, so nobody is reminded');
    expect(there.direct(there.omar)).toEqual([]);
    expect(DEADLINE > FIRST).toBe(true);
  });

  it('says so when Slack does not say whether a message came in, and when it could not be sent', async () => {
    const there = await reminding();
    there.workspace.failNext('chat.postMessage', 'lost');
    expect(await reminds(there)).toContain('did not say whether the message came in');
    there.clock.now = new Date(there.clock.now.getTime() + 60 * 60_000);
    there.workspace.failNext('chat.postMessage', { rateLimited: 1 });
    expect(await reminds(there)).toContain('Try again in a minute');
    expect(await reminds(there)).toContain('Reminded one person');
    expect(there.direct(there.omar)).toHaveLength(2);
  });
});
