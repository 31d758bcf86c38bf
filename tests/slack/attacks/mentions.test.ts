import { expect, it } from 'vitest';
import type { Payload } from '../../../src/practice/payload.ts';
import { openedConsultation, recorded } from '../../office.ts';

const { stringify } = JSON;

/** Every text that Slack would read marks in: a message's own, and the mrkdwn of its blocks. */
function markedTexts(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(markedTexts);
  if (typeof value !== 'object' || value === null) return [];
  const { type, text, initial_comment } = value as Payload;
  const isRead = type === undefined || type === 'mrkdwn';
  const own = [isRead ? text : null, initial_comment].filter((one) => typeof one === 'string');
  return [...own, ...Object.values(value).flatMap(markedTexts)];
}

/** All that people can type, echoed wherever the app echoes it. */
it('no text that the app echoes is a mention, a group, a channel or a link of whoever typed it', async () => {
  const there = await openedConsultation({ expects: ['A request failed'] });
  const { workspace, ruth, omar, bea, stranger, channel, thread, app } = there;
  const trap = `<!here> <!channel|x> <!everyone> <!subteam^S1|team> <@${stranger.id}> <#C0NONE> <https://evil.example|x> @here @channel`;
  const form = async (person: typeof ruth, open: () => Promise<unknown>) => {
    await open();
    return workspace.until(() => workspace.openView(person), 'a form');
  };
  const settings = await form(ruth, () => ruth.types(channel, '/soundings settings'));
  await ruth.submits(settings, { title: `T ${trap}`.slice(0, 150), responding_as: trap.slice(0, 100) });

  const said = bea.replies(channel, thread('Funding'), `Off the record: ${trap}`);
  await recorded(there, said);
  const held = bea.replies(channel, thread('Funding'), `Her UPN is H801200001001 ${trap}`);
  await workspace.until(
    () => stringify(workspace.directMessagesTo(bea)).includes('appeal_held'),
    'the notice',
  );
  const notice = workspace.directMessagesTo(bea).at(-1);
  if (notice === undefined) throw new Error('There is no notice');
  const appeal = await form(bea, () => bea.clicks(notice, 'appeal_held'));
  await bea.submits(appeal, { reason: trap.slice(0, 200) });
  await workspace.until(
    () => stringify(workspace.directMessagesTo(ruth)).includes('Its author says'),
    'the reason',
  );

  const edit = await form(omar, () => omar.usesShortcut('edit_contribution', channel, said));
  await omar.submits(edit, { use_in_submission: 'no', reason: trap, wording: trap });
  await form(omar, () => omar.usesShortcut('edit_contribution', channel, said));
  await ruth.types(channel, `/soundings ${trap}`);
  await ruth.types(channel, `/soundings erase ${trap}`);
  for (const words of ['status', 'held', 'settings', 'draft', 'export markdown', 'export json', 'close'])
    await ruth.types(channel, `/soundings ${words}`);
  await workspace.until(() => stringify(workspace.ephemeralsTo(ruth)).includes('is closed'), 'the close');
  bea.replies(channel, thread('Funding'), `Too late ${trap}`);
  await workspace.until(
    () => stringify(workspace.ephemeralsTo(bea)).includes('no longer takes'),
    'the notice',
  );
  await bea.types(channel, '/soundings me');
  await workspace.until(
    () => stringify(workspace.directMessagesTo(bea)).includes('erase_own_data'),
    'own data',
  );
  bea.edits(channel, held, 'Nobody in particular');
  await workspace.settled();
  await app.stop();

  const calls = workspace.calls().map(({ method, args }) => ({ method, args }));
  const texts = calls.flatMap(({ args }) => markedTexts(args));
  expect(texts.filter((text) => text.includes('&lt;!here&gt;')).length).toBeGreaterThan(5);
  const live = new RegExp(`<!|<@${stranger.id}|<#C0NONE|<https://evil`);
  expect(texts.filter((text) => live.test(text))).toEqual([]);
  // Only when asked to does Slack make mentions of plain words.
  expect(calls.filter(({ args }) => args.link_names !== undefined || args.parse !== undefined)).toEqual([]);
  expect(workspace.complaints).toEqual([]);
});
