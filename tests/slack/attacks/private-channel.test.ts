import { describe, expect, it } from 'vitest';
import { exported, recorded } from '../../office.ts';
import { callsThatTell, type Scene, SECRETS, seenOutside, twoConsultations } from './scene.ts';

const { stringify } = JSON;

function expectNothingTold(scene: Scene): void {
  for (const word of SECRETS) expect(seenOutside(scene)).not.toContain(word);
  expect(callsThatTell(scene)).toEqual([]);
}

/** Omar adds a message of Bea's, from the open channel, to the private consultation, of which she knows nothing. */
async function addsBeasWords(scene: Scene): Promise<string> {
  const { workspace, omar, bea, channel } = scene;
  const ts = bea.posts(channel, 'Our youngest social workers leave within two years of joining us');
  await omar.usesShortcut('add_to_consultation', channel, ts);
  const form = await workspace.until(() => workspace.openView(omar), 'the form');
  await omar.submits(form, { place: `${scene.secretId}/workforce` });
  await recorded(scene, ts);
  return ts;
}
const directTo = ({ workspace }: Scene, person: { id: string }, part: string) =>
  workspace.until(
    () => workspace.directMessagesTo(person).findLast((one) => stringify(one).includes(part)),
    `a direct message with ${part}`,
  );
const inHidden = (scene: Scene) => ({ ...scene, channel: scene.hidden });

describe('of a private channel’s consultation, whoever is not in the channel', () => {
  it('sees nothing although it is used for everything', async () => {
    const scene = await twoConsultations();
    const { workspace, ruth, omar, hidden } = scene;
    for (const words of [
      'draft',
      'export markdown',
      'export markdown questions',
      'export paste',
      'export json',
    ]) {
      expect(await exported(inHidden(scene), ruth, words)).toMatch(/zephyr/i);
    }
    for (const words of ['status', 'settings', 'held', 'close', 'reopen'])
      await omar.types(hidden, `/soundings ${words}`);
    await workspace.until(
      () => stringify(workspace.ephemeralsTo(omar)).includes('takes replies again'),
      'it all',
    );
    await scene.app.stop();
    expectNothingTold(scene);
  });

  it('sees nothing of it when things go wrong', async () => {
    const scene = await twoConsultations();
    const { workspace, ruth, omar, hidden, secret, channel } = scene;
    workspace.failNext('files.getUploadURLExternal', { status: 500 });
    await ruth.types(hidden, '/soundings draft');
    await workspace.until(
      () => stringify(workspace.ephemeralsTo(ruth)).includes('kept as'),
      'what went wrong',
    );
    // Privately where they are; when Slack will not have it there, as a direct message.
    workspace.failNext('files.getUploadURLExternal', { status: 500 });
    workspace.failNext('chat.postEphemeral', { error: 'user_not_in_channel' });
    await ruth.types(hidden, '/soundings draft');
    await directTo(scene, ruth, 'kept as');
    await omar.types(hidden, '/soundings close');
    await workspace.until(() => stringify(workspace.ephemeralsTo(omar)).includes('is closed'), 'the close');
    omar.replies(hidden, secret.thread('Funding'), 'Kestrel, too late');
    await workspace.until(
      () => stringify(workspace.ephemeralsTo(omar)).includes('no longer takes'),
      'the notice',
    );
    await scene.bea.types(channel, '/soundings status');
    await scene.app.stop();
    expectNothingTold(scene);
  });

  it('is told that a colleague added their words, and that these are held, without its title', async () => {
    const scene = await twoConsultations();
    const { bea, channel } = scene;
    const ts = await addsBeasWords(scene);
    const told = await directTo(scene, bea, 'added');
    expect(stringify(told)).toContain('to a consultation');
    bea.edits(channel, ts, 'Her UPN is H801200001001, who left within two years');
    await directTo(scene, bea, 'A message of yours');
    await scene.bea.types(channel, '/soundings status');
    await scene.app.stop();
    expectNothingTold(scene);
  });

  it('gets their own data, and erases it, without its title, also in the names of files', async () => {
    const scene = await twoConsultations();
    const { workspace, bea, ruth, channel } = scene;
    await addsBeasWords(scene);
    expect(await exported(inHidden(scene), ruth, 'draft')).toContain('youngest social workers');
    await bea.types(channel, '/soundings me');
    const offer = await directTo(scene, bea, 'erase_own_data');
    const dm = workspace.directMessagesTo(bea).map(({ channel: id }) => id)[0] ?? '';
    const file = await workspace.until(() => workspace.filesIn(dm)[0], 'the file');
    expect(`${file.content}`).toContain('youngest social workers');
    await bea.clicks(offer, 'erase_own_data');
    await directTo(scene, bea, 'Erased, of you');
    await scene.app.stop();
    expectNothingTold(scene);
  });

  it('erases a colleague’s words as an admin without reading any of it', async () => {
    const scene = await twoConsultations();
    const { workspace, admin, omar, ruth, channel } = scene;
    await exported(inHidden(scene), ruth, 'export markdown');
    admin.joins(channel);
    await admin.types(channel, `/soundings erase <@${omar.id}|omar>`);
    const asked = await workspace.until(
      () => workspace.ephemeralsTo(admin).findLast((one) => stringify(one).includes('erase_person')),
      'the question',
    );
    await admin.clicks(asked, 'erase_person');
    await directTo(scene, admin, 'Erased, of');
    await scene.app.stop();
    expectNothingTold(scene);
  });

  it('is not told as its lead, who has left, that it could not be posted', async () => {
    const scene = await twoConsultations({ expects: ['announce consultation'] });
    const { workspace, omar, hidden } = scene;
    await omar.types(hidden, '/soundings new');
    const form = await workspace.until(() => workspace.openView(omar), 'the form');
    workspace.failNext('chat.postMessage', { rateLimited: 1 });
    workspace.failNext('chat.postMessage', { error: 'restricted_action' });
    const posts = workspace.calls('chat.postMessage').length;
    const deadline = new Date('2031-03-31T17:00:00Z');
    await omar.submits(form, { title: 'Zephyr again', responding_as: 'Quillfeather', deadline });
    await workspace.until(() => workspace.calls('chat.postMessage').length > posts, 'the post that fails');
    omar.leaves(hidden);
    await workspace.settled();
    const asked = workspace.calls('conversations.members').length;
    await workspace.until(
      () => workspace.calls('conversations.members').length > asked,
      'the look at the channel',
    );
    await scene.app.stop();
    expect(stringify(workspace.directMessagesTo(omar))).not.toContain('Zephyr');
    expectNothingTold(scene);
  });
});
