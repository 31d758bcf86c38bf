import { readdir } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { DEADLINE, everyFileUnder, exported, openedConsultation, recorded, startApp } from '../office.ts';

type There = Awaited<ReturnType<typeof openedConsultation>>;

/** Twelve months after the deadline, British summer time both. */
const DUE = new Date('2032-03-31T17:00:00Z');
const WORDS = 'The early help hub closed its doors in March.';

/** A consultation with a reply and one file of each kind, its app stopped. */
async function longAgo(): Promise<There & { ts: string }> {
  const there = await openedConsultation({ mode: 'socket' }, { keep_words_for: '12' });
  const ts = there.bea.replies(there.channel, there.thread('Funding'), WORDS);
  await recorded(there, ts);
  for (const words of ['draft', 'export markdown', 'export paste', 'export json'])
    await exported(there, there.ruth, words);
  await there.app.stop();
  return { ...there, ts };
}

const startsAt = async (there: There, at: Date) =>
  startApp(there.workspace, there.dataDir, { now: () => at, mode: 'socket' });

const stored = async ({ dataDir }: There) =>
  `${await everyFileUnder(`${dataDir}/consultations`)}${await everyFileUnder(`${dataDir}/people`)}`;

const logged = async (there: There) => (await stored(there)).includes('"what": "expired"');

async function untilExpired(there: There): Promise<void> {
  while (!(await stored(there)).includes(`"expiredAt": "2032`))
    await new Promise((next) => setImmediate(next));
}

describe('“Keep words for”', () => {
  it('takes nothing a day before', async () => {
    const there = await longAgo();
    const app = await startsAt(there, new Date(DUE.getTime() - 24 * 60 * 60 * 1000));
    await app.stop();
    expect(await stored(there)).toContain(WORDS);
    expect(await stored(there)).toContain('Bea Lindqvist');
    expect(await readdir(`${there.dataDir}/exports`)).toHaveLength(4);
    expect(await logged(there)).toBe(false);
    expect(DUE > DEADLINE).toBe(true);
  });

  it('takes words, names and internal files when it is over, and leaves the submission and the log', async () => {
    const there = await longAgo();
    const app = await startsAt(there, DUE);
    await untilExpired(there);
    await app.stop();
    const left = await stored(there);
    expect(left).not.toMatch(/early help|Bea Lindqvist|Ruth Adeyemi/);
    expect(left).toContain('"what":"recorded"');
    expect(await logged(there)).toBe(true);
    const kept = await readdir(`${there.dataDir}/exports`);
    expect(kept.map((name) => name.replace(/^.*our-response/, ''))).toEqual(['-paste.txt', '.md']);
  });

  it('is not undone by a later reading, an edit, a reply or a reopening, and is done once', async () => {
    const there = await longAgo();
    const { workspace, bea, ruth, channel, thread, ts } = there;
    const app = await startsAt(there, DUE);
    await untilExpired(there);
    bea.edits(channel, ts, `${WORDS} Edited.`);
    bea.replies(channel, thread('Funding'), 'A reply that comes too late.');
    await workspace.settled();
    await ruth.types(channel, '/soundings reopen');
    await workspace.until(
      () => JSON.stringify(workspace.ephemeralsTo(ruth)).includes('gone for good'),
      'the refusal',
    );
    await ruth.types(channel, '/soundings draft');
    await workspace.until(
      () => JSON.stringify(workspace.ephemeralsTo(ruth)).includes('nothing more can be made'),
      'the other refusal',
    );
    await app.stop();
    await (await startsAt(there, new Date(DUE.getTime() + 1000))).stop();
    const left = await stored(there);
    expect(left).not.toMatch(/early help|too late/);
    expect(left.match(/"what": "expired"/g)).toHaveLength(1);
  });

  it('keeps the names of people who have a part in another consultation', async () => {
    const there = await longAgo();
    const other = await startApp(there.workspace, there.dataDir, { mode: 'socket' });
    await there.ruth.types(there.channel, '/soundings new');
    const form = await there.workspace.until(() => there.workspace.openView(there.ruth), 'the form');
    await there.ruth.submits(form, {
      title: 'The next one',
      responding_as: 'Eastmarsh Council',
      deadline: new Date('2034-03-31T17:00:00Z'),
    });
    await other.stop();
    const app = await startsAt(there, DUE);
    await untilExpired(there);
    await app.stop();
    expect(await stored(there)).toContain('Ruth Adeyemi');
    expect(await stored(there)).not.toContain('Bea Lindqvist');
  });

  it('cannot be set so that the words would go at once: that is said on its field', async () => {
    const there = await longAgo();
    const { workspace, ruth, channel } = there;
    const eightMonthsOn = new Date('2031-11-30T12:00:00Z');
    const app = await startsAt(there, eightMonthsOn);
    await ruth.types(channel, '/soundings settings');
    const form = await workspace.until(() => workspace.openView(ruth), 'the settings');
    const { errors } = await ruth.submits(form, { keep_words_for: '6' });
    expect(errors).toEqual({ keep_words_for: expect.stringContaining('at once') });
    expect((await ruth.submits(form, { keep_words_for: '24' })).errors).toEqual({});
    await app.stop();
    await (await startsAt(there, eightMonthsOn)).stop();
    expect(await stored(there)).toContain(WORDS);
  });
});
