import { DEADLINE, type Office } from '../office.ts';

/** Ruth sends a form that the app answers only when Slack has said who is in another channel, half a second later. */
export async function formInHand(there: Office) {
  const { workspace, ruth, channel } = there;
  const elsewhere = workspace.addChannel({ name: 'practice-forum', members: [ruth] });
  await ruth.types(channel, '/soundings new');
  const form = await workspace.until(() => workspace.openView(ruth), 'the form');
  const asked = workspace.calls('conversations.members').length;
  workspace.failNext('conversations.members', { delayMs: 500 });
  const sent = ruth.submits(form, {
    title: 'In hand',
    responding_as: 'Eastmarsh Council',
    deadline: DEADLINE,
    channel: elsewhere,
  });
  await workspace.until(
    () => workspace.calls('conversations.members').length > asked,
    'the form to be in hand',
  );
  return { sent };
}
