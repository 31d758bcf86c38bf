import { describe, expect, it } from 'vitest';
import { everyFileUnder } from '../../office.ts';
import {
  answered,
  BLOCKED,
  blockedWords,
  isKept,
  marked,
  marksOn,
  type Screened,
  screenedConsultation,
  timesTold,
  told,
} from './screened.ts';

async function settings(there: Screened, person: Screened['ruth'], values: Record<string, unknown>) {
  const { workspace, channel } = there;
  const before = workspace.openView(person)?.id;
  await person.types(channel, '/soundings settings');
  const form = await workspace.until(
    () => [workspace.openView(person)].find((view) => view !== undefined && view.id !== before),
    'the settings',
  );
  return (await person.submits(form, values)).errors;
}

const logged = async ({ dataDir }: Screened, what: string): Promise<number> =>
  (await everyFileUnder(dataDir)).split(`"${what}"`).length - 1;

describe('the safeguarding reviewer of a consultation', () => {
  it('is not chosen by an editor, who may change anything else', async () => {
    const there = await screenedConsultation();
    const { omar, ruth, bea } = there;
    for (const somebody of [omar, bea]) {
      const errors = await settings(there, omar, { safeguarding_reviewer: somebody });
      expect(errors.safeguarding_reviewer).toContain('Only the lead and the present safeguarding reviewer');
    }
    expect(await settings(there, omar, { title: 'A better title' })).toEqual({});
    expect(await logged(there, 'changed reviewer')).toBe(0);
    await ruth.types(there.channel, '/soundings held');
    await answered(there, ruth, 'A better title');
  });

  it('is chosen by the lead: both are told, and the log says so', async () => {
    const there = await screenedConsultation();
    const { omar, ruth } = there;
    expect(await settings(there, ruth, { safeguarding_reviewer: omar })).toEqual({});
    expect(JSON.stringify(await told(there, omar, 'from now on'))).toContain('You are the safeguarding');
    expect(JSON.stringify(await told(there, ruth, 'from now on'))).toContain('Somebody else');
    expect(await logged(there, 'changed reviewer')).toBe(1);
    expect(await settings(there, ruth, { title: 'A better title' })).toEqual({});
    expect(await logged(there, 'changed reviewer')).toBe(1);
    expect(timesTold(there, omar, 'from now on')).toBe(1);
  });

  it('hands it on to somebody else, also where the lead is another', async () => {
    const there = await screenedConsultation();
    const { omar, bea, ruth } = there;
    await settings(there, ruth, { safeguarding_reviewer: omar });
    expect(await settings(there, omar, { safeguarding_reviewer: bea })).toEqual({});
    await told(there, bea, 'You are the safeguarding reviewer');
    const errors = await settings(there, omar, { safeguarding_reviewer: omar });
    expect(errors.safeguarding_reviewer).toContain('Only the lead');
  });

  it('who has left the channel is told nothing of it', async () => {
    const there = await screenedConsultation();
    const { workspace, omar, bea, ruth, channel } = there;
    await settings(there, ruth, { safeguarding_reviewer: omar });
    await told(there, omar, 'You are the safeguarding reviewer');
    omar.leaves(channel);
    await workspace.settled();
    await settings(there, ruth, { title: 'Zephyr', safeguarding_reviewer: bea });
    const message = JSON.stringify(await told(there, omar, 'Somebody else'));
    expect(message).not.toMatch(new RegExp(`Zephyr|${channel.id}`));
  });

  it('does not decide on a reply of their own, until the lead names another', async () => {
    const there = await screenedConsultation();
    const { workspace, ruth, omar, channel, thread } = there;
    const ts = ruth.replies(channel, thread('Funding'), blockedWords);
    await marked(there, ts, 'lock');
    await ruth.types(channel, '/soundings held');
    const list = await answered(there, ruth, 'oldest first');
    for (const action of ['record_held', 'keep_held']) {
      const before = workspace.ephemeralsTo(ruth).length;
      await ruth.clicks(list, action);
      const refusal = await workspace.until(() => workspace.ephemeralsTo(ruth)[before], 'a refusal');
      expect(refusal.text).toContain('Somebody else must look at your own reply');
    }
    expect(marksOn(there, ts)).toEqual(['lock']);
    expect(await isKept(there)).toBe(false);
    await settings(there, ruth, { safeguarding_reviewer: omar });
    await omar.types(channel, '/soundings held');
    await omar.clicks(await answered(there, omar, 'oldest first'), 'record_held');
    await marked(there, ts, 'memo');
    expect(await isKept(there)).toBe(true);
  });
});

describe('the names on a consultation', () => {
  it('hold not even a weak sign, alone or together', async () => {
    const there = await screenedConsultation();
    const { ruth } = there;
    const title = await settings(there, ruth, { title: 'The boy aged 14 and our services' });
    expect(title.title).toContain('an exact age');
    const name = await settings(there, ruth, { responding_as: 'Friends of a boy aged 14' });
    expect(name.responding_as).toContain('an exact age');
    const both = await settings(there, ruth, { title: `About ${BLOCKED}`, responding_as: 'Eastmarsh' });
    expect(both.title).toContain('an NHS number');
  });
});
