import { describe, expect, it } from 'vitest';
import { exported } from '../../office.ts';
import {
  answered,
  BLOCKED,
  isKept,
  marked,
  recordOf,
  type Screened,
  screenedConsultation,
  warnedWords,
} from './screened.ts';

/** Bea says what the screen warns of; gives its ts once it is recorded. */
async function warnedReply(there: Screened): Promise<string> {
  const ts = there.bea.replies(there.channel, there.thread('CAMHS'), warnedWords);
  await marked(there, ts, 'memo');
  return ts;
}

async function editForm({ workspace, channel }: Screened, person: Screened['ruth'], ts: string) {
  const before = workspace.openView(person)?.id;
  await person.usesShortcut('edit_contribution', channel, ts);
  return workspace.until(
    () => [workspace.openView(person)].find((view) => view !== undefined && view.id !== before),
    'the form',
  );
}

describe('a reply that the screen warns of', () => {
  it('is recorded, listed for an editor, and left out of the submission', async () => {
    const there = await screenedConsultation();
    const { omar, bea, channel } = there;
    const ts = await warnedReply(there);
    expect(await exported(there, omar, 'export markdown')).not.toContain('aged 14');
    expect(await exported(there, omar, 'draft')).toContain('It may identify somebody: an exact age');
    await omar.types(channel, '/soundings status');
    const status = JSON.stringify(await answered(there, omar, 'Waits for a decision'));
    expect(status).toContain('1 waiting for a decision');
    const form = JSON.stringify(await editForm(there, omar, ts));
    expect(form).toContain('It may identify somebody: an exact age');
    expect(form).toContain('Not decided yet');
    const authors = JSON.stringify(await editForm(there, bea, ts));
    expect(authors).toContain('An editor decides on this reply before it is used');
    expect(authors).not.toContain('use_in_submission');
  });

  it('is used in a wording that identifies nobody: to give one is to decide', async () => {
    const there = await screenedConsultation();
    const ts = await warnedReply(there);
    const form = await editForm(there, there.omar, ts);
    const refused = await there.omar.submits(form, { wording: 'A boy aged 15 waited a year.' });
    expect(refused.errors.wording).toContain('an exact age');
    const blocked = await there.omar.submits(form, { wording: `Ask ${BLOCKED} about it.` });
    expect(blocked.errors.wording).toContain('an NHS number');
    expect(await recordOf(there)).toMatchObject([{ wording: null, use: { decidedBy: null } }]);
    expect((await there.omar.submits(form, { wording: 'Teenagers wait a year.' })).errors).toEqual({});
    const submission = await exported(there, there.omar, 'export markdown');
    expect(submission).toContain('Teenagers wait a year.');
    expect(submission).not.toContain('aged 14');
    expect(await isKept(there)).toBe(false);
  });

  it('is used as it stands for a reason, which the record keeps', async () => {
    const there = await screenedConsultation();
    const ts = await warnedReply(there);
    const form = await editForm(there, there.omar, ts);
    const refused = await there.omar.submits(form, { use_in_submission: 'yes' });
    expect(refused.errors.reason).toContain('Say why it may stand');
    const reason = 'From a published inquiry';
    expect((await there.omar.submits(form, { use_in_submission: 'yes', reason })).errors).toEqual({});
    expect(await exported(there, there.omar, 'export markdown')).toContain('aged 14');
    expect(await recordOf(there)).toMatchObject([
      { use: { inSubmission: true, reason, decidedBy: there.omar.id }, warnings: ['exact-age'] },
    ]);
  });

  it('is left out for a reason, which is none for using it later', async () => {
    const there = await screenedConsultation();
    const ts = await warnedReply(there);
    const values = { use_in_submission: 'no', reason: 'Too close to home' };
    expect((await there.omar.submits(await editForm(there, there.omar, ts), values)).errors).toEqual({});
    expect(await exported(there, there.omar, 'export markdown')).not.toContain('aged 14');
    expect(await exported(there, there.omar, 'draft')).toContain('Too close to home');
    const form = await editForm(there, there.omar, ts);
    const refused = await there.omar.submits(form, { use_in_submission: 'yes' });
    expect(refused.errors.reason).toContain('Say why it may stand');
  });

  it('is not decided on by an editor who only sorts it', async () => {
    const there = await screenedConsultation();
    const ts = await warnedReply(there);
    const form = await editForm(there, there.omar, ts);
    expect((await there.omar.submits(form, { kind: 'experience' })).errors).toEqual({});
    expect(await recordOf(there)).toMatchObject([
      { kind: 'experience', use: { inSubmission: false, decidedBy: null } },
    ]);
  });

  it('waits again when an edit still warns, and no longer when it does not', async () => {
    const there = await screenedConsultation();
    const { workspace, bea, omar, channel } = there;
    const ts = await warnedReply(there);
    const values = { use_in_submission: 'yes', reason: 'From a published inquiry' };
    await omar.submits(await editForm(there, omar, ts), values);
    bea.edits(channel, ts, 'A girl aged 13 waited a year.');
    await workspace.settled();
    expect(await recordOf(there)).toMatchObject([{ use: { inSubmission: false, decidedBy: null } }]);
    bea.edits(channel, ts, 'Teenagers wait a year.');
    await workspace.settled();
    expect(await recordOf(there)).toMatchObject([{ warnings: [], use: { inSubmission: true } }]);
  });

  it('is not decided on by a form that shows other words than now stand there', async () => {
    const there = await screenedConsultation();
    const { workspace, bea, omar, channel, thread } = there;
    const ts = bea.replies(channel, thread('CAMHS'), 'Teenagers wait a year.');
    await marked(there, ts, 'memo');
    const [his, hers] = [await editForm(there, omar, ts), await editForm(there, bea, ts)];
    bea.edits(channel, ts, warnedWords);
    await workspace.settled();
    for (const values of [
      { use_in_submission: 'yes', reason: 'From a published inquiry' },
      { use_in_submission: 'yes' },
      { wording: 'Teenagers wait.' },
    ]) {
      const late = await omar.submits(his, values);
      expect(late.errors.kind).toContain('author changed this reply since you opened the form');
    }
    expect((await bea.submits(hers, { kind: 'experience' })).errors).toEqual({});
    expect(await recordOf(there)).toMatchObject([
      { kind: 'experience', wording: null, use: { inSubmission: false, decidedBy: null } },
    ]);
  });

  it('is saved by the first of two forms; the other one changes nothing', async () => {
    const there = await screenedConsultation();
    const { omar, ruth } = there;
    const ts = await warnedReply(there);
    const [his, hers] = [await editForm(there, omar, ts), await editForm(there, ruth, ts)];
    expect((await omar.submits(his, { use_in_submission: 'no', reason: 'Too close' })).errors).toEqual({});
    const late = await ruth.submits(hers, { use_in_submission: 'yes', reason: 'Published' });
    expect(late.errors.kind).toContain('Somebody changed this contribution');
    expect(await recordOf(there)).toMatchObject([{ use: { inSubmission: false, reason: 'Too close' } }]);
  });
});
