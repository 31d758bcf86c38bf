import { lint } from 'markdownlint/sync';
import { describe, expect, it } from 'vitest';
import { exported, openedConsultation, recorded } from '../office.ts';
import { asksForOwnData } from './own-data-steps.ts';

type There = Awaited<ReturnType<typeof openedConsultation>>;

const WORDS = 'Concern: agencies take our best people.';
const HELD = 'My number is 943 476 5919.';

const replies = async (there: There, person: There['bea'], words: string) => {
  const ts = person.replies(there.channel, there.thread('Funding'), words);
  await recorded(there, ts);
  return ts;
};

describe('/soundings me', () => {
  it('sends a person everything that is held about them, and tells of nobody else', async () => {
    const there = await openedConsultation();
    const { bea, omar, workspace, channel } = there;
    const own = await replies(there, bea, WORDS);
    bea.edits(channel, own, 'Concern: agencies take many of our people.');
    const others = await replies(there, omar, 'We recommend a single grant for five years.');
    bea.reacts(channel, others, 'thumbsup');
    await workspace.settled();
    await omar.usesShortcut('edit_contribution', channel, own);
    const form = await workspace.until(() => workspace.openView(omar), 'the form');
    await omar.submits(form, { use_in_submission: 'no', reason: 'Said better elsewhere' });
    await exported(there, omar, 'draft');
    const { text } = await asksForOwnData(there, bea);
    for (const told of [
      'Bea Lindqvist',
      'Consultation “Our response”',
      '> Concern: agencies take many of our people.',
      `> ${WORDS}`,
      'Said better elsewhere',
      'An editor decided',
      `/archives/${channel.id}/p${own.replace('.', '')}`,
      `/archives/${channel.id}/p${others.replace('.', '')}`,
      'recorded: once',
      'sentence of yours: 1.',
      'Backups',
    ])
      expect(text).toContain(told);
    expect(text).not.toMatch(/Omar|Ruth|single grant/);
    const config = { default: true, MD013: false, MD024: { siblings_only: true } };
    expect(lint({ strings: { text }, config }).text).toEqual([]);
  });

  it('names of a held reply the kind of thing and the place, and not the thing', async () => {
    const there = await openedConsultation();
    const { bea, workspace, channel, thread } = there;
    const ts = bea.replies(channel, thread('Funding'), HELD);
    await workspace.until(
      () => workspace.reactionsOn(channel, ts).some(({ name }) => name === 'lock'),
      'the reply to be held',
    );
    const { text } = await asksForOwnData(there, bea);
    expect(text).toContain('an NHS number');
    expect(text).toContain(ts.replace('.', ''));
    expect(text).not.toContain('5919');
  });

  it('gives nobody the title of a consultation whose channel they have left', async () => {
    const there = await openedConsultation();
    const { bea, workspace, channel } = there;
    await replies(there, bea, WORDS);
    const elsewhere = workspace.addChannel({ name: 'elsewhere', members: [bea] });
    bea.leaves(channel);
    await workspace.settled();
    const { text } = await asksForOwnData(there, bea, elsewhere);
    expect(text).toContain('A consultation in a channel that you are not in');
    expect(text).toContain(WORDS);
    expect(text).not.toMatch(/Our response|Eastmarsh/);
  });

  it('tells the lead their parts, and what they typed about others', async () => {
    const there = await openedConsultation();
    const { bea, ruth, workspace, channel } = there;
    const ts = await replies(there, bea, WORDS);
    await ruth.usesShortcut('edit_contribution', channel, ts);
    const form = await workspace.until(() => workspace.openView(ruth), 'the form');
    await ruth.submits(form, { wording: 'Agency rates draw staff away.' });
    const { text } = await asksForOwnData(there, ruth);
    expect(text).toContain('lead, editor, safeguarding reviewer');
    expect(text).toContain('> Agency rates draw staff away.');
    expect(text).not.toContain('best people');
  });

  it('tells somebody about whom nothing is held just that, wherever they ask', async () => {
    const there = await openedConsultation();
    const { stranger, workspace } = there;
    const elsewhere = workspace.addChannel({ name: 'elsewhere', members: [stranger], withApp: false });
    const { text } = await asksForOwnData(there, stranger, elsewhere);
    expect(text).toContain('There is nothing else about you in any consultation.');
    expect(text).toContain('Your name: not kept');
  });

  it('keeps the file nowhere, and sends it to nobody else', async () => {
    const there = await openedConsultation();
    const { bea, ruth, omar, workspace, channel } = there;
    await replies(there, bea, WORDS);
    const { file } = await asksForOwnData(there, bea);
    expect(file.channel).toBe(workspace.directMessagesTo(bea)[0]?.channel);
    expect(workspace.filesIn(channel)).toEqual([]);
    expect([...workspace.directMessagesTo(ruth), ...workspace.directMessagesTo(omar)]).toEqual([]);
    const second = await asksForOwnData(there, bea);
    expect(second.text).toContain('none holds your name');
  });
});
