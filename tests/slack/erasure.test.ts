import { readdir, writeFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { makeDocument } from '../../src/export/make-document.ts';
import { latch } from '../latch.ts';
import { everyFileUnder, exported, openedConsultation, recorded, startApp } from '../office.ts';
import { asksForOwnData, asksToErase, erases, erasesOwn } from './own-data-steps.ts';

type There = Awaited<ReturnType<typeof openedConsultation>>;

const WORDS = 'The early help hub closed its doors in March.';
const EARLIER = 'The early help hub may close its doors in spring.';
const WORDING = 'Universal services were withdrawn without notice.';
const REASON = 'Partners would recognise themselves in it.';

const replies = async (there: There, person: There['bea'], words: string, theme = 'Funding') => {
  const ts = person.replies(there.channel, there.thread(theme), words);
  await recorded(there, ts);
  return ts;
};

const decides = async (there: There, editor: There['omar'], ts: string, values: Record<string, unknown>) => {
  const { workspace, channel } = there;
  await editor.usesShortcut('edit_contribution', channel, ts);
  const form = await workspace.until(() => workspace.openView(editor), 'the form');
  expect((await editor.submits(form, values)).errors).toEqual({});
};

const everyWord = async ({ dataDir }: There) =>
  `${await everyFileUnder(`${dataDir}/consultations`)}${await everyFileUnder(`${dataDir}/people`)}`;
const exportsOf = ({ dataDir }: There) => readdir(`${dataDir}/exports`);

describe('“Erase my words”', () => {
  it('takes every text, earlier version and name of theirs out of the store, and says that a search found nothing', async () => {
    const there = await openedConsultation();
    const { bea, workspace, channel } = there;
    const ts = await replies(there, bea, EARLIER);
    bea.edits(channel, ts, WORDS);
    await workspace.settled();
    await exported(there, there.ruth, 'draft');
    await exported(there, there.ruth, 'export markdown');
    const printed = `"ref": "${channel.id}:${ts}"`;
    expect(await everyWord(there)).toContain('Bea Lindqvist');
    expect(await everyWord(there)).toContain(printed);
    const report = await erasesOwn(there, bea);
    const left = await everyWord(there);
    for (const gone of [WORDS, EARLIER, 'Bea Lindqvist', printed]) expect(left).not.toContain(gone);
    expect(report).toContain('1 contribution;');
    expect(report).toContain('found nothing');
    expect(left).toContain('"erased"');
    expect(await exportsOf(there)).toEqual([]);
  });

  it('says nothing of anyone’s words in its report', async () => {
    const there = await openedConsultation();
    await replies(there, there.bea, WORDS);
    expect(await erasesOwn(there, there.bea)).not.toContain('early help');
  });

  it('is kept up by every later reading: replies, edits, reactions and names stay away, after restarts too', async () => {
    const there = await openedConsultation();
    const { bea, omar, workspace, channel, thread, app, dataDir } = there;
    const own = await replies(there, bea, WORDS);
    const others = await replies(there, omar, 'We recommend a single grant.');
    bea.reacts(channel, others, 'thumbsup');
    await workspace.settled();
    await erasesOwn(there, bea);
    const after = await everyWord(there);
    expect(after).not.toContain('thumbsup');
    bea.edits(channel, own, 'The early help hub closed its doors in May.');
    await workspace.settled();
    await app.stop();
    const missed = bea.replies(channel, thread('Funding'), 'Said while the app was away.');
    for (let nth = 0; nth < 2; nth += 1) {
      const readBefore = workspace.calls('conversations.replies').length;
      const again = await startApp(workspace, dataDir);
      await workspace.until(
        () => workspace.calls('conversations.replies').length >= readBefore + 4,
        'every thread to be read',
      );
      await recorded(there, missed);
      await exported(there, omar, 'draft');
      await again.stop();
    }
    const left = await everyWord(there);
    expect(left).toContain('Said while the app was away.');
    expect(left).not.toMatch(/early help|thumbsup|Bea Lindqvist/);
  });

  it('leaves what they say, and endorse, afterwards', async () => {
    const there = await openedConsultation();
    const { bea, omar, workspace, channel } = there;
    await replies(there, bea, WORDS);
    const others = await replies(there, omar, 'We recommend a single grant.');
    await erasesOwn(there, bea);
    await replies(there, bea, 'Something said later on.');
    bea.reacts(channel, others, 'thumbsup');
    await workspace.settled();
    const left = await everyWord(there);
    expect(left).toContain('Something said later on.');
    expect(left).toContain('thumbsup');
  });

  it('takes an editor’s wording and reasons off others’ contributions, whose decisions stand', async () => {
    const there = await openedConsultation();
    const { bea, omar } = there;
    const first = await replies(there, bea, WORDS);
    const second = await replies(there, bea, 'Our partners were slow to answer us.');
    await decides(there, omar, first, { wording: WORDING });
    await decides(there, omar, second, { use_in_submission: 'no', reason: REASON });
    await erasesOwn(there, omar);
    const left = await everyWord(there);
    expect(left).not.toContain(WORDING);
    expect(left).not.toContain(REASON);
    expect(left).toContain(WORDS);
    expect(await exported(there, there.ruth, 'export markdown')).not.toContain('slow to answer');
  });

  it('deletes the documents of their consultations and whatever else quotes them, and no other', async () => {
    const there = await openedConsultation();
    const { bea, ruth, dataDir } = there;
    await replies(there, bea, WORDS);
    await exported(there, ruth, 'export markdown');
    const quoting = JSON.stringify({ words: `He wrote:\n“${WORDS.replaceAll(' ', '  ').toUpperCase()}”` });
    await writeFile(`${dataDir}/exports/2026-01-01-someone-elses.json`, quoting);
    await writeFile(`${dataDir}/exports/2026-01-01-unrelated.md`, 'The hub closed.');
    expect(await erasesOwn(there, bea)).toContain('2 kept documents');
    expect(await exportsOf(there)).toEqual(['2026-01-01-unrelated.md']);
  });

  it('names the file in which a colleague quotes them, and leaves the colleague’s words alone', async () => {
    const there = await openedConsultation();
    await replies(there, there.bea, `Concern: ${WORDS}\n• And more of it`);
    await replies(there, there.omar, `I agree with this: ${WORDS.replace('.', '!')}`);
    const report = await erasesOwn(there, there.bea);
    expect(report).toMatch(/still found some in `consultations\/[^`]+\/contributions-0001\.json`/);
    expect(await everyWord(there)).toContain('I agree with this');
  });

  it('does no harm twice, and logs each reference once, without words', async () => {
    const there = await openedConsultation();
    const { bea } = there;
    await replies(there, bea, WORDS);
    const { offer } = await asksForOwnData(there, bea);
    expect(await erases(there, bea, () => bea.clicks(offer, 'erase_own_data'))).toContain('1 contribution;');
    const again = await asksForOwnData(there, bea);
    expect(again.text).toContain('Your name: not kept');
    expect(await erases(there, bea, () => bea.clicks(again.offer, 'erase_own_data'))).toContain(
      'no contributions;',
    );
    expect((await everyWord(there)).match(/"what": ?"erased"/g)).toHaveLength(1);
  });

  it('is reported where it was clicked when Slack does not take the direct message, and never called not done', async () => {
    const there = await openedConsultation({ expects: ['tell what was erased'] });
    const { workspace, bea } = there;
    await replies(there, bea, WORDS);
    const { offer } = await asksForOwnData(there, bea);
    workspace.failNext('chat.postMessage', { error: 'internal_error' });
    await bea.clicks(offer, 'erase_own_data');
    const said = await workspace.until(
      () => workspace.directMessagesTo(bea).find((one) => JSON.stringify(one).includes('Erased, of you')),
      'the report',
    );
    expect(JSON.stringify(said)).toContain('What stays');
    expect(JSON.stringify([workspace.directMessagesTo(bea), workspace.ephemeralsTo(bea)])).not.toContain(
      'was not done',
    );
    expect(await everyWord(there)).not.toContain('early help hub');
  });

  it('is for guests too', async () => {
    const there = await openedConsultation();
    const guest = there.workspace.addPerson({ name: 'Gil Ferreira', isGuest: true });
    guest.joins(there.channel);
    await there.workspace.settled();
    await replies(there, guest, WORDS);
    await erasesOwn(there, guest);
    expect(await everyWord(there)).not.toContain(WORDS);
  });

  it('holds against what was sent before it and arrives afterwards', async () => {
    const there = await openedConsultation();
    const { bea, omar, workspace, channel, thread } = there;
    await replies(there, bea, WORDS);
    const others = await replies(there, omar, 'We recommend a single grant.');
    const { offer } = await asksForOwnData(there, bea);
    const held = workspace.holdEvents();
    bea.reacts(channel, others, 'thumbsup');
    for (let nth = 0; nth < 20; nth += 1) bea.replies(channel, thread('CAMHS'), `${WORDS} Again, ${nth}.`);
    await erases(there, bea, () => bea.clicks(offer, 'erase_own_data'));
    held.release();
    await workspace.settled();
    expect(await everyWord(there)).not.toMatch(/early help|thumbsup/);
    expect((await everyWord(there)).match(/"state": ?"erased"/g)).toHaveLength(1);
  });

  it('holds against a colleague who adds a message of theirs from before', async () => {
    const there = await openedConsultation();
    const { bea, omar, workspace, channel } = there;
    const posted = bea.posts(channel, WORDS);
    await erasesOwn(there, bea);
    await omar.usesShortcut('add_to_consultation', channel, posted);
    const form = await workspace.until(() => workspace.openView(omar), 'the form to add');
    const place = /"(V\w+\/funding)"/.exec(JSON.stringify(form))?.[1];
    await omar.submits(form, { place });
    const told = () => JSON.stringify([workspace.ephemeralsTo(omar), workspace.directMessagesTo(omar)]);
    await workspace.until(() => told().includes('not to be recorded'), 'the refusal');
    expect(await everyWord(there)).not.toContain('early help');
  });
});

describe('a document that is being made meanwhile', () => {
  it('is thrown away, and whoever asked is told to make it again', async () => {
    const begun = latch();
    const gate = latch();
    const there = await openedConsultation({
      makeDocument: async (format, record) => {
        begun.open();
        await gate.opened;
        return makeDocument(format, record);
      },
    });
    const { bea, ruth, workspace, channel } = there;
    await replies(there, bea, WORDS);
    const asked = ruth.types(channel, '/soundings draft');
    await begun.opened;
    await erasesOwn(there, bea);
    gate.open();
    await asked;
    await workspace.until(
      () => JSON.stringify(workspace.ephemeralsTo(ruth)).includes('Make it again'),
      'the refusal',
    );
    expect(await exportsOf(there)).toEqual([]);
    expect(workspace.filesIn(channel)).toEqual([]);
  });
});

describe('/soundings erase', () => {
  const withAdmin = async () => {
    const there = await openedConsultation();
    const admin = there.workspace.addPerson({ name: 'Ana Petrović', isAdmin: true });
    admin.joins(there.channel);
    await there.workspace.settled();
    return { ...there, admin };
  };

  it('says what will go and does nothing before it is confirmed', async () => {
    const there = await withAdmin();
    const { admin, bea } = there;
    await replies(there, bea, WORDS);
    const question = await asksToErase(there, admin, `<@${bea.id}|bea>`);
    expect(question.text).toContain('1 contribution of theirs');
    expect(await everyWord(there)).toContain(WORDS);
    const report = await erases(there, admin, () => admin.clicks(question, 'erase_person'));
    expect(report).toContain(`<@${bea.id}>`);
    expect(await everyWord(there)).not.toContain(WORDS);
    expect(await everyWord(there)).toMatch(new RegExp(`"by": ?"${admin.id}",\\s*"what": ?"erased"`));
  });

  it('works for somebody who is gone, by a bare id, and whatever characters their name has', async () => {
    const there = await withAdmin();
    const { admin, workspace, channel } = there;
    const odd = workspace.addPerson({ name: 'Zoë (.*) O’Brien-Ångström+' });
    odd.joins(channel);
    await workspace.settled();
    await replies(there, odd, WORDS);
    await exported(there, there.ruth, 'draft');
    workspace.deactivates(odd);
    const question = await asksToErase(there, admin, odd.id);
    const report = await erases(there, admin, () => admin.clicks(question, 'erase_person'));
    expect(report).toContain('found nothing');
    expect(await everyWord(there)).not.toMatch(/early help|ngström/);
    expect(await exportsOf(there)).toEqual([]);
  });

  it.each([
    ['nobody', '', 'Name one person'],
    ['a name', '@bea', 'Name one person'],
    ['two people', '<@U1> <@U2>', 'Name one person'],
    ['somebody unknown', '<@U0NOBODY>', 'nothing to erase'],
    ['a path', '../../people', 'Name one person'],
  ])('explains itself for %s', async (_, who, said) => {
    const there = await withAdmin();
    expect((await asksToErase(there, there.admin, who)).text).toContain(said);
  });

  it('is refused to anyone but an admin, the command as the button', async () => {
    const there = await withAdmin();
    const { admin, ruth, bea } = there;
    await replies(there, bea, WORDS);
    expect((await asksToErase(there, ruth, `<@${bea.id}>`)).text).toContain('Only an admin or owner');
    const question = await asksToErase(there, admin, bea.id);
    const forged = { ...question, to: ruth.id };
    await ruth.clicks(forged, 'erase_person');
    await there.workspace.until(
      () =>
        there.workspace.ephemeralsTo(ruth).filter(({ text }) => text.includes('Only an admin')).length === 2,
      'the refusal',
    );
    expect(await everyWord(there)).toContain(WORDS);
  });
});
