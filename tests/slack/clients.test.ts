import { it } from 'vitest';
import { openedConsultation } from '../office.ts';

it('reads threads while Slack slows its ticks down', async () => {
  const there = await openedConsultation();
  const { workspace, bea, ruth, channel, thread } = there;
  workspace.failNext('reactions.add', { rateLimited: 60 });
  bea.replies(channel, thread('Funding'), 'A point');
  await workspace.until(() => workspace.calls('reactions.add').length > 0, 'a tick that is put off');
  const before = workspace.calls('conversations.replies').length;
  await ruth.types(channel, '/soundings close');
  await workspace.until(() => workspace.ephemeralsTo(ruth).at(-1)?.text.includes('is closed'), 'the close');
  await ruth.types(channel, '/soundings reopen');
  await workspace.until(() => workspace.calls('conversations.replies').length >= before + 4, 'the readings');
});
