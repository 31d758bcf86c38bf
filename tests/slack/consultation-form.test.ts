import { describe, expect, it } from 'vitest';
import { DEADLINE, type Office, office, openedConsultation, opens } from '../office.ts';

async function newForm({ workspace, ruth, channel }: Office) {
  await ruth.types(channel, '/soundings new');
  return workspace.until(() => workspace.openView(ruth), 'the form');
}

const filled = { title: 'Our response', responding_as: 'Eastmarsh Council', deadline: DEADLINE };

describe('the form for a new consultation', () => {
  it('can be sent with title, responding as and deadline only, and posts each message once, in order', async () => {
    const there = await office();
    const { workspace, channel } = there;
    await opens(there, { editors: [] });
    await workspace.settled();
    const posted = workspace.messages(channel).map(({ text }) => text.split(':')[0]);
    expect(posted).toEqual(['Our response', 'Funding', 'Workforce', 'Thresholds', 'CAMHS']);
    expect(workspace.complaints).toEqual([]);
  });

  it.each([
    ['a deadline in the past', { deadline: new Date('2020-01-01T12:00:00Z') }, 'deadline', /past/],
    ['no theme', { themes: [] }, 'themes', /at least one theme/],
    ['a title that is too long', { title: 'x'.repeat(151) }, 'title', /150 characters: it has 151/],
    ['a title of nothing but spaces', { title: '   ' }, 'title', /Give the response a title/],
    ['a name that is too long', { responding_as: 'x'.repeat(101) }, 'responding_as', /100 characters/],
  ])('says %s on its own field', async (_what, values, fieldId, message) => {
    const there = await office();
    const form = await newForm(there);
    const { errors, ms } = await there.ruth.submits(form, { ...filled, ...values });
    expect(Object.keys(errors)).toEqual([fieldId]);
    expect(errors[fieldId]).toMatch(message);
    expect(ms).toBeLessThan(3_000);
    expect(there.workspace.messages(there.channel)).toEqual([]);
  });

  it('says on the channel’s field that the app or the person is not in it', async () => {
    const there = await office();
    const { workspace, ruth, bea } = there;
    const appless = workspace.addChannel({ name: 'appless', members: [ruth], withApp: false });
    const ruthless = workspace.addChannel({ name: 'ruthless', members: [bea] });
    const hidden = workspace.addChannel({ name: 'hidden', isPrivate: true, members: [ruth], withApp: false });
    const form = await newForm(there);
    const answers = [appless, ruthless, hidden].map((channel) =>
      ruth.submits(form, { ...filled, channel: channel.id }),
    );
    const [first, second, third] = await Promise.all(answers);
    expect(first?.errors.channel).toContain('/invite @Soundings');
    expect(second?.errors.channel).toContain('You are not in this channel');
    expect(third?.errors.channel).toContain('/invite @Soundings');
  });

  it('keeps what was typed, and says so in time, when Slack does not answer about the channel', async () => {
    const there = await office();
    const elsewhere = there.workspace.addChannel({ name: 'elsewhere', members: [there.ruth] });
    const form = await newForm(there);
    there.workspace.failNext('conversations.members', { status: 500 });
    const { errors } = await there.ruth.submits(form, { ...filled, channel: elsewhere.id });
    expect(errors.channel).toContain('Send the form again');
    const again = await there.ruth.submits(form, { ...filled, channel: elsewhere.id });
    expect(again.errors).toEqual({});
  });

  it('opens one consultation however often Slack delivers it', async () => {
    const there = await office();
    const { workspace, channel, ruth } = there;
    const form = await newForm(there);
    const twice = await Promise.all(
      [ruth.submits(form, filled), ruth.submits(form, filled)].map((sent) => sent.catch(() => null)),
    );
    expect(twice.some((answer) => answer !== null)).toBe(true);
    await workspace.until(() => workspace.messages(channel).length >= 5, 'the messages');
    await ruth.types(channel, '/soundings status');
    await workspace.until(() => JSON.stringify(workspace.ephemeralsTo(ruth)).includes('Open.'), 'one status');
    await workspace.settled();
    expect(workspace.messages(channel)).toHaveLength(5);
  });

  it('shows a title of mrkdwn and mentions as it was typed, and pings nobody', async () => {
    const there = await office();
    const title = '*Bold* <!channel> <@U0001> & {{secret}}';
    const { opening } = await opens(there, { title });
    const message = there.workspace.message(there.channel, opening);
    expect(JSON.stringify(message?.blocks)).toContain(title);
    expect(message?.text).toContain('&lt;!channel&gt; &lt;@U0001&gt; &amp;');
  });
});

describe('the settings form', () => {
  it('opens filled in, changes what it may, and posts a theme that is added', async () => {
    const there = await openedConsultation();
    const { workspace, channel, omar } = there;
    await omar.types(channel, '/soundings settings');
    const form = await workspace.until(() => workspace.openView(omar), 'the settings');
    expect(JSON.stringify(form)).toContain('"initial_value":"Eastmarsh Council"');
    const { errors } = await omar.submits(form, {
      title: 'A better title',
      themes: ['funding', 'workforce', 'thresholds', 'camhs', 'good-practice'],
    });
    expect(errors).toEqual({});
    await workspace.until(() => workspace.messages(channel).length === 6, 'the added theme');
    await omar.types(channel, '/soundings status');
    await workspace.until(
      () => JSON.stringify(workspace.ephemeralsTo(omar)).includes('A better title'),
      'the new title',
    );
  });

  it('does not let an open theme go', async () => {
    const there = await openedConsultation();
    const { workspace, channel, ruth } = there;
    await ruth.types(channel, '/soundings settings');
    const form = await workspace.until(() => workspace.openView(ruth), 'the settings');
    const { errors } = await ruth.submits(form, { themes: ['workforce', 'thresholds', 'camhs'] });
    expect(errors.themes).toContain('to stay: Funding');
  });
});
