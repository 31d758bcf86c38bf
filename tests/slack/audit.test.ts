import { readdir, readFile, writeFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { kept } from '../faults/kept.ts';
import { everyFileUnder, exported, openedConsultation, recorded } from '../office.ts';
import { toldPrivately } from './own-data-steps.ts';

type There = Awaited<ReturnType<typeof openedConsultation>>;

const replies = async (there: There, person: There['bea'], words: string) => {
  const ts = person.replies(there.channel, there.thread('Funding'), words);
  await recorded(there, ts);
  return ts;
};

async function audited(there: There, editor: There['ruth']) {
  const { workspace, channel } = there;
  const before = toldPrivately(there, editor, '-audit.json').length;
  await editor.types(channel, '/soundings export audit');
  const message = await workspace.until(
    () => toldPrivately(there, editor, '-audit.json')[before],
    'the bundle',
  );
  const file = await workspace.until(() => workspace.filesIn(message.channel).at(-1), 'its file');
  return JSON.parse(file.content.toString('utf8'));
}

async function decides(there: There, editor: There['omar'], ts: string, values: Record<string, unknown>) {
  const { workspace, channel } = there;
  await editor.usesShortcut('edit_contribution', channel, ts);
  const form = await workspace.until(() => workspace.openView(editor), 'the form');
  expect((await editor.submits(form, values)).errors).toEqual({});
}

describe('/soundings export audit', () => {
  it('accounts for what was kept and dropped, who decided what and why, and the final text', async () => {
    const there = await openedConsultation();
    const { bea, omar, ruth, workspace, channel } = there;
    await replies(there, bea, 'We recommend a single grant.');
    const leftOut = await replies(there, bea, 'Our partners are useless.');
    const deleted = await replies(there, bea, 'Something to take back.');
    bea.deletes(channel, deleted);
    await workspace.settled();
    await decides(there, omar, leftOut, { use_in_submission: 'no', reason: 'Unfair to partners' });
    const submission = await exported(there, ruth, 'export markdown');
    const bundle = await audited(there, ruth);
    expect(bundle).toMatchObject({
      schemaVersion: 1,
      consultation: { title: 'Our response' },
      contributions: [
        { state: 'standing', text: 'We recommend a single grant.', authorId: bea.id },
        { text: 'Our partners are useless.', use: { reason: 'Unfair to partners', decidedBy: omar.id } },
        { state: 'removed', authorId: bea.id },
      ],
      finalTexts: [{ kind: 'submission', isAsMade: true, text: submission }],
    });
    expect(bundle.people).toContainEqual({ userId: bea.id, name: 'Bea Lindqvist' });
    expect(bundle.actions.map(({ what }: { what: string }) => what)).toEqual(
      expect.arrayContaining(['opened', 'recorded', 'deleted', 'decided', 'exported']),
    );
    expect(bundle.files).toMatchObject([{ sha256: expect.stringMatching(/^[0-9a-f]{64}$/) }]);
    expect(JSON.stringify(bundle)).not.toContain('take back');
  });

  it('says when the kept submission is no longer what was made', async () => {
    const there = await openedConsultation();
    await replies(there, there.bea, 'We recommend a single grant.');
    await exported(there, there.ruth, 'export markdown');
    const [name = ''] = await readdir(`${there.dataDir}/exports`);
    await writeFile(`${there.dataDir}/exports/${name}`, 'Somebody changed this.');
    expect((await audited(there, there.ruth)).finalTexts).toMatchObject([{ isAsMade: false, text: null }]);
  });

  it('says nothing of what is held', async () => {
    const there = await openedConsultation();
    const { bea, omar, workspace, channel, thread } = there;
    const ts = bea.replies(channel, thread('Funding'), 'His NHS number is 943 476 5919.');
    await workspace.until(
      () => workspace.reactionsOn(channel, ts).some(({ name }) => name === 'lock'),
      'the reply to be held',
    );
    const bundle = JSON.stringify(await audited(there, omar));
    expect(bundle).not.toContain(ts);
    expect(bundle).not.toMatch(/held|nhs-number/);
  });

  it('goes to the editor who asks and to nobody else, and is kept and logged with its hash', async () => {
    const there = await openedConsultation();
    const { bea, omar, workspace, channel, dataDir } = there;
    await replies(there, bea, 'We recommend a single grant.');
    await audited(there, omar);
    await workspace.until(
      () => workspace.ephemeralsTo(omar).some(({ text }) => text.includes('holds what was left out')),
      'the word on where the bundle is',
    );
    expect(workspace.filesIn(channel)).toEqual([]);
    const [name = ''] = await readdir(`${dataDir}/exports`);
    expect(name).toMatch(/-audit\.json$/);
    expect(await readFile(`${dataDir}/exports/${name}`, 'utf8')).toContain('single grant');
    expect(await everyFileUnder(`${dataDir}/consultations`)).toContain(`"on":"${name}"`);
  });

  it('is refused to who is no editor', async () => {
    const there = await openedConsultation();
    const { bea, workspace, channel, dataDir } = there;
    await bea.types(channel, '/soundings export audit');
    await workspace.until(
      () => workspace.ephemeralsTo(bea).some(({ text }) => text.includes('Only the lead and the editors')),
      'the refusal',
    );
    expect(await readdir(dataDir)).not.toContain('exports');
  });
});

describe('the action log', () => {
  it('has a line for everything that somebody did, and holds nobody’s words', async () => {
    const there = await openedConsultation();
    const { bea, omar, ruth, workspace, channel, thread, dataDir } = there;
    const first = await replies(there, bea, 'Zebra words come first.');
    bea.edits(channel, first, 'Zebra words come last.');
    await workspace.settled();
    await decides(there, omar, first, { kind: 'concern' });
    await decides(there, omar, first, { use_in_submission: 'no', reason: 'Zebra reasons' });
    const second = await replies(there, bea, 'Zebra words to withdraw.');
    await bea.usesShortcut('edit_contribution', channel, second);
    const form = await workspace.until(() => workspace.openView(bea), 'the form');
    await bea.picks(form, 'withdraw_contribution');
    const third = await replies(there, bea, 'Zebra words to delete.');
    bea.deletes(channel, third);
    const held = bea.replies(channel, thread('CAMHS'), 'Zebra: NHS number 943 476 5919.');
    await workspace.until(
      () => workspace.reactionsOn(channel, held).some(({ name }) => name === 'lock'),
      'the reply to be held',
    );
    const posted = omar.posts(channel, 'Zebra words to add.');
    await omar.usesShortcut('add_to_consultation', channel, posted);
    const adding = await workspace.until(() => workspace.openView(omar), 'the form to add');
    const place = /"(V\w+\/funding)"/.exec(JSON.stringify(adding))?.[1];
    await omar.submits(adding, { place });
    await recorded(there, posted);
    await ruth.types(channel, '/soundings settings');
    const settings = await workspace.until(() => workspace.openView(ruth), 'the settings');
    await ruth.submits(settings, { title: 'Zebra title' });
    await exported(there, ruth, 'export markdown');
    await ruth.types(channel, '/soundings close');
    await workspace.until(
      () => JSON.stringify(workspace.ephemeralsTo(ruth)).includes('is closed'),
      'the end',
    );
    await ruth.types(channel, '/soundings reopen');
    await workspace.until(
      () => JSON.stringify(workspace.ephemeralsTo(ruth)).includes('takes replies again'),
      'the reopening',
    );
    const { actions } = await kept({ dataDir, databaseUrl: null }, workspace.teamId);
    expect(actions.map(({ what, by }) => [what, by])).toEqual(
      expect.arrayContaining([
        ['opened', ruth.id],
        ['recorded', bea.id],
        ['edited', bea.id],
        ['sorted', omar.id],
        ['decided', omar.id],
        ['withdrew', bea.id],
        ['deleted', null],
        ['held', null],
        ['added', omar.id],
        ['changed settings', ruth.id],
        ['exported', ruth.id],
        ['closed', ruth.id],
        ['reopened', ruth.id],
      ]),
    );
    expect(JSON.stringify(actions.map((line) => ({ ...line, on: null })))).not.toMatch(/zebra/i);
  });
});
