import { readdir, rename } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import {
  bulletList,
  emoji,
  message,
  orderedList,
  paragraph,
  quote,
  text,
} from '../../src/practice/compose-message.ts';
import { everyFileUnder, exported, openedConsultation, recorded } from '../office.ts';

type There = Awaited<ReturnType<typeof openedConsultation>>;

/** What is recorded, as the JSON export tells it. */
async function contributions(there: There) {
  const json = JSON.parse(await exported(there, there.ruth, 'export json'));
  return json.contributions as {
    messageTs: string;
    text: string;
    kind: string | null;
    [name: string]: unknown;
  }[];
}

const textsOf = async (there: There) => (await contributions(there)).map(({ text }) => text);

describe('a reply in a theme thread', () => {
  it('is recorded with its lists, quotes and nesting, and ticked once', async () => {
    const there = await openedConsultation();
    const ts = there.bea.replies(
      there.channel,
      there.thread('Funding'),
      message(
        paragraph('Three things:'),
        orderedList('certainty', [text('time')], bulletList('to plan', 'to recruit')),
        quote('Late money costs more.'),
      ),
    );
    await recorded(there, ts);
    const [only] = await contributions(there);
    expect(only).toMatchObject({
      channelId: there.channel.id,
      threadTs: there.thread('Funding'),
      messageTs: ts,
    });
    expect(only?.text).toBe(
      'Three things:\n\n1. certainty\n2. time\n   - to plan\n   - to recruit\n\n> Late money costs more.',
    );
    expect(there.workspace.calls('reactions.add')).toHaveLength(1);
  });

  it('keeps what was typed as typed, whatever it looks like', async () => {
    const there = await openedConsultation();
    const typed = '# Not a heading\n- not a list\n<script>alert(1)</script> {{title}} *not bold* & <@U0001>';
    await recorded(there, there.bea.replies(there.channel, there.thread('Funding'), typed));
    const submission = await exported(there, there.ruth, 'export markdown');
    expect(submission).not.toMatch(/^# Not a heading/m);
    expect(submission).not.toMatch(/(?<!\\)<script>/);
    expect(submission.match(/^# /gm)).toHaveLength(1);
  });

  it('is the same contribution when Slack sends it twice', async () => {
    const there = await openedConsultation();
    await recorded(there, there.bea.replies(there.channel, there.thread('Funding'), 'Once'));
    await there.workspace.redeliverLast();
    expect(await textsOf(there)).toEqual(['Once']);
  });

  it('takes an edit, whichever of the two arrives first', async () => {
    const there = await openedConsultation();
    const { workspace, bea, channel, thread } = there;
    const held = workspace.holdEvents();
    const ts = bea.replies(channel, thread('Funding'), 'First words');
    bea.edits(channel, ts, 'Second words');
    held.release({ order: 'reversed', oneByOne: true });
    await workspace.settled();
    expect(await textsOf(there)).toEqual(['Second words']);
  });

  it('is not touched by a link preview', async () => {
    const there = await openedConsultation();
    const ts = there.bea.replies(there.channel, there.thread('Funding'), 'See https://example.org');
    await recorded(there, ts);
    there.workspace.unfurls(there.channel, ts);
    await there.workspace.settled();
    expect(await contributions(there)).toMatchObject([{ text: 'See https\\://example.org', revisions: [] }]);
  });

  it('of a bot leaves no trace, also when it is deleted', async () => {
    const there = await openedConsultation();
    const { workspace, ruth, channel, thread, dataDir } = there;
    const bot = workspace.addPerson({ name: 'Botha', isBot: true });
    bot.joins(channel);
    bot.deletes(channel, bot.replies(channel, thread('Funding'), 'Said by a machine'));
    await workspace.settled();
    expect(JSON.parse(await exported(there, ruth, 'export json')).contributions).toEqual([]);
    expect(await everyFileUnder(`${dataDir}/consultations`)).not.toContain(bot.id);
  });

  it('goes at once when it is deleted, and is never brought back', async () => {
    const there = await openedConsultation();
    const { workspace, bea, channel, thread, app, dataDir } = there;
    const ts = bea.replies(channel, thread('Funding'), 'Something regretted');
    await recorded(there, ts);
    bea.edits(channel, ts, 'Something still regretted');
    await workspace.settled();
    bea.deletes(channel, ts);
    await workspace.settled();
    expect(await textsOf(there)).toEqual([]);
    await app.stop();
    expect(await everyFileUnder(`${dataDir}/consultations`)).not.toContain('regretted');
  });

  it('stays out when its deletion overtakes it', async () => {
    const there = await openedConsultation();
    const { workspace, bea, channel, thread } = there;
    const held = workspace.holdEvents();
    const ts = bea.replies(channel, thread('Funding'), 'Posted by mistake');
    bea.deletes(channel, ts);
    held.release({ order: 'reversed', oneByOne: true });
    await workspace.settled();
    expect(await textsOf(there)).toEqual([]);
  });

  it('counts when it is also sent to the channel, and when it is a file', async () => {
    const there = await openedConsultation();
    const { workspace, bea, channel, thread } = there;
    await recorded(there, bea.replies(channel, thread('Funding'), 'Said to all', { broadcast: true }));
    await recorded(
      there,
      bea.replies(channel, thread('Funding'), '', {
        files: [{ name: 'Budget 2020.xlsx', url: 'https://example.org/f' }],
      }),
    );
    const [broadcast, file] = await contributions(there);
    expect(broadcast?.text).toBe('Said to all');
    expect(file?.files).toEqual([{ name: 'Budget 2020.xlsx', url: 'https://example.org/f' }]);
    expect(workspace.complaints).toEqual([]);
  });

  it('is not recorded from a bot, from the channel itself, or from another thread', async () => {
    const there = await openedConsultation();
    const { workspace, bea, channel, thread } = there;
    const bot = workspace.addPerson({ name: 'A bot', isBot: true });
    bot.joins(channel);
    bot.replies(channel, thread('Funding'), 'Automated');
    const other = bea.posts(channel, 'Lunch?');
    bea.replies(channel, other, 'Yes');
    await workspace.settled();
    expect(await textsOf(there)).toEqual([]);
  });

  it('of nothing but thanks and emoji is recorded and left out', async () => {
    const there = await openedConsultation();
    await recorded(
      there,
      there.bea.replies(
        there.channel,
        there.thread('Funding'),
        message(paragraph('Thanks all ', emoji('pray', '1f64f'))),
      ),
    );
    expect((await contributions(there))[0]).toMatchObject({ chatter: true });
    expect(await exported(there, there.ruth, 'export markdown')).not.toContain('Thanks');
  });

  it('counts each colleague’s endorsement once, whatever the skin tone', async () => {
    const there = await openedConsultation();
    const { workspace, bea, ruth, omar, channel, thread } = there;
    const ts = bea.replies(channel, thread('Funding'), 'Fund early help.');
    await recorded(there, ts);
    ruth.reacts(channel, ts, '+1');
    ruth.reacts(channel, ts, 'thumbsup::skin-tone-4');
    omar.reacts(channel, ts, '+1');
    omar.reacts(channel, ts, 'eyes');
    bea.reacts(channel, ts, '+1');
    await workspace.settled();
    ruth.unreacts(channel, ts, '+1');
    omar.unreacts(channel, ts, '+1');
    await workspace.settled();
    expect((await contributions(there))[0]?.endorsers).toEqual([ruth.id]);
  });
});

describe('after the close', () => {
  it('a reply is not recorded, its author is told once, and reopening picks it up as late', async () => {
    const there = await openedConsultation();
    const { workspace, bea, ruth, channel, thread } = there;
    const early = bea.replies(channel, thread('Funding'), 'In time');
    await recorded(there, early);
    await ruth.types(channel, '/soundings close');
    await workspace.until(
      () => JSON.stringify(workspace.ephemeralsTo(ruth)).includes('is closed'),
      'the close',
    );
    const late = bea.replies(channel, thread('Funding'), 'Too late');
    bea.replies(channel, thread('Funding'), 'Far too late');
    await workspace.until(() => workspace.ephemeralsTo(bea).length > 0, 'Bea to be told');
    await workspace.settled();
    expect(await textsOf(there)).toEqual(['In time']);
    await ruth.types(channel, '/soundings reopen');
    await recorded(there, late);
    expect((await contributions(there)).map(({ text, late }) => [text, late])).toEqual([
      ['In time', false],
      ['Too late', true],
      ['Far too late', true],
    ]);
    expect(
      workspace.ephemeralsTo(bea).filter(({ text }) => text.includes('no longer takes replies')),
    ).toHaveLength(1);
  });

  it('an edit and a deletion still reach the record', async () => {
    const there = await openedConsultation();
    const { workspace, bea, ruth, channel, thread } = there;
    const kept = bea.replies(channel, thread('Funding'), 'Kept');
    const gone = bea.replies(channel, thread('Funding'), 'Gone');
    await recorded(there, kept);
    await recorded(there, gone);
    await ruth.types(channel, '/soundings close');
    await workspace.until(
      () => JSON.stringify(workspace.ephemeralsTo(ruth)).includes('is closed'),
      'the close',
    );
    bea.edits(channel, kept, 'Kept, and mended');
    bea.deletes(channel, gone);
    await workspace.settled();
    expect(await textsOf(there)).toEqual(['Kept, and mended']);
  });
});

describe('an event whose record fails', () => {
  it('is not acked, so that Slack sends it again, and nothing is lost', async () => {
    const there = await openedConsultation({ expects: ['A request failed', 'Slack library error'] });
    const { workspace, bea, channel, thread, dataDir } = there;
    const [folder = ''] = await readdir(`${dataDir}/consultations`);
    const place = `${dataDir}/consultations/${folder}`;
    await rename(place, `${place}-away`);
    const ts = bea.replies(channel, thread('Funding'), 'Kept in spite of the disk');
    const delivery = () =>
      workspace.deliveries().find(({ body }) => JSON.stringify(body).includes('in spite of'));
    await workspace.until(() => delivery()?.statuses.includes(500), 'the event not to be acked');
    await rename(`${place}-away`, place);
    await recorded(there, ts);
    await workspace.settled();
    expect(delivery()?.statuses.at(-1)).toBe(200);
    expect(await textsOf(there)).toEqual(['Kept in spite of the disk']);
  });
});
