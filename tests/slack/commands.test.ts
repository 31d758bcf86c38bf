import { describe, expect, it } from 'vitest';
import { exported, office, openedConsultation, opens, recorded } from '../office.ts';

const latest = (there: Awaited<ReturnType<typeof office>>, person: { id: string }) =>
  there.workspace.ephemeralsTo(person).at(-1);

/** Everything that a person was answered privately, as text. */
const toldTo = (there: Awaited<ReturnType<typeof office>>, person: { id: string }) =>
  JSON.stringify([...there.workspace.ephemeralsTo(person), ...there.workspace.directMessagesTo(person)]);

describe('/soundings', () => {
  it.each(['', ' help', ' HELP', ' sing', ' constructor', ' export', ' export pdf'])(
    '"%s" is answered with the help, privately',
    async (words) => {
      const there = await office();
      const { status } = await there.bea.types(there.channel, `/soundings${words}`);
      expect(status).toBe(200);
      await there.workspace.until(() => latest(there, there.bea)?.text, 'the help');
      expect(toldTo(there, there.bea)).toContain('export markdown questions');
      expect(there.workspace.messages(there.channel)).toEqual([]);
    },
  );

  it('says how to begin where there is no consultation', async () => {
    const there = await office();
    await there.bea.types(there.channel, '/soundings status');
    const answer = await there.workspace.until(() => latest(there, there.bea), 'an answer');
    expect(answer.text).toContain('/soundings new');
  });

  it('shows any member where a consultation stands, theme by theme', async () => {
    const there = await openedConsultation();
    const { workspace, channel, thread, bea } = there;
    await recorded(there, bea.replies(channel, thread('Funding'), 'Evidence: grants were cut.'));
    await bea.types(channel, '/soundings status');
    await workspace.until(() => latest(there, bea), 'the status');
    const told = toldTo(there, bea);
    expect(told).toContain('1 contribution from 1 person; evidence 1');
    expect(told).toContain('left: replies until 6pm on 31 March 2031');
    expect(told).toContain('Thin: fewer than 3 replies, no recommendation.');
  });

  it.each(['draft', 'export markdown', 'export json', 'settings', 'remind', 'close', 'reopen'])(
    '%s is refused to members who are no editors',
    async (words) => {
      const there = await openedConsultation();
      await there.bea.types(there.channel, `/soundings ${words}`);
      const answer = await there.workspace.until(() => latest(there, there.bea), 'a refusal');
      expect(answer.text).toMatch(/Only the lead and the editors/);
      expect(there.workspace.filesIn(there.channel)).toEqual([]);
    },
  );

  it('asks which one where a channel has several, and goes on with the answer', async () => {
    const there = await openedConsultation();
    const { workspace, channel, ruth } = there;
    await opens(there, { title: 'Our second response' });
    await ruth.types(channel, '/soundings status');
    const question = await workspace.until(() => latest(there, ruth), 'the question');
    expect(question.text).toContain('several consultations');
    await ruth.clicks(question, 'choose_consultation_1');
    await workspace.until(
      () => toldTo(there, ruth).includes('Our second response: Open.'),
      'the status of the second',
    );
  });

  it('says how to let the app in where it is not in the channel', async () => {
    const { workspace, ruth } = await office();
    const hidden = workspace.addChannel({ name: 'hidden', isPrivate: true, members: [ruth], withApp: false });
    await ruth.types(hidden, '/soundings new');
    await workspace.until(
      () =>
        JSON.stringify([workspace.ephemeralsTo(ruth), workspace.directMessagesTo(ruth)]).includes(
          '/invite @Soundings',
        ),
      'what to do',
    );
  });

  it('opens nothing for a guest, and says why', async () => {
    const there = await office();
    const guest = there.workspace.addPerson({ name: 'Gus Okoro', isGuest: true });
    guest.joins(there.channel);
    await guest.types(there.channel, '/soundings new');
    const answer = await there.workspace.until(() => latest(there, guest), 'a refusal');
    expect(answer.text).toContain('Only a full member');
    expect(there.workspace.openView(guest)).toBeUndefined();
  });

  it('refuses everybody while Slack does not say who is in the channel', async () => {
    const there = await openedConsultation({ expects: ['A request failed'] });
    const { workspace, channel, bea, omar } = there;
    bea.leaves(channel);
    await workspace.settled();
    workspace.failNext('conversations.members', { error: 'internal_error' });
    await omar.types(channel, '/soundings export json');
    const answer = await workspace.until(() => latest(there, omar), 'a refusal');
    expect(answer.text).toContain('Slack did not say who you are in this channel');
    expect(workspace.filesIn(channel)).toEqual([]);
  });

  it('takes nothing more from somebody who has just left the channel', async () => {
    const there = await openedConsultation();
    const { workspace, channel, omar } = there;
    await omar.types(channel, '/soundings settings');
    const form = await workspace.until(() => workspace.openView(omar), 'the settings');
    omar.leaves(channel);
    await workspace.settled();
    const { errors } = await omar.submits(form, { title: 'Changed from outside' });
    expect(errors.title).toContain('Only members of a consultation’s channel');
  });

  it('says that it goes on while a document is made, and puts it in the opening thread', async () => {
    const there = await openedConsultation();
    const { workspace, channel, ruth, opening } = there;
    await exported(there, ruth, 'export paste');
    await workspace.until(
      () => toldTo(there, ruth).includes('is in the opening thread'),
      'the end to be said',
    );
    expect(toldTo(there, ruth)).toContain('Making the paste sheet.');
    expect(workspace.filesIn(channel).map(({ threadTs }) => threadTs)).toEqual([opening]);
    expect(workspace.complaints).toEqual([]);
  });

  it('names nobody in a file who has no part in its consultation', async () => {
    const there = await openedConsultation();
    const { workspace, ruth, omar, stranger, channel, thread, bea } = there;
    const hidden = workspace.addChannel({ name: 'hidden', isPrivate: true, members: [ruth, omar, stranger] });
    const elsewhere = { ...there, channel: hidden };
    const other = await opens(elsewhere);
    await recorded(elsewhere, stranger.replies(hidden, other.thread('Funding'), 'Said in private.'));
    await exported(elsewhere, ruth, 'draft');
    const ts = bea.replies(channel, thread('Funding'), 'Said in the open.');
    await recorded(there, ts);
    omar.reacts(channel, ts, '+1');
    await workspace.settled();
    const { people } = JSON.parse(await exported(there, ruth, 'export json'));
    const names = people.map(({ name }: { name: string }) => name).toSorted();
    expect(names).toEqual(['Bea Lindqvist', 'Omar Haddad', 'Ruth Adeyemi']);
  });

  it('keeps the file and says so when Slack does not take it', async () => {
    const there = await openedConsultation({ expects: ['A request failed'] });
    there.workspace.failNext('files.getUploadURLExternal', { status: 500 });
    await there.ruth.types(there.channel, '/soundings export markdown');
    await there.workspace.until(() => toldTo(there, there.ruth).includes('kept as'), 'where the file is');
  });

  it('makes a document and answers another way where nothing reaches its response_url', async () => {
    const there = await openedConsultation();
    const { workspace, ruth } = there;
    workspace.failNext('response_url', 'reset');
    workspace.failNext('response_url', { status: 500 });
    workspace.failNext('chat.postEphemeral', { error: 'channel_not_found' });
    await exported(there, ruth, 'export paste');
    expect(workspace.directMessagesTo(ruth)).toMatchObject([
      { text: expect.stringContaining('Making the paste sheet.') },
    ]);
    await workspace.until(() => latest(there, ruth)?.text.includes('is in the opening thread'), 'the end');
    expect(workspace.faultsLeft()).toBe(0);
    expect(workspace.complaints).toEqual([]);
  });
});
