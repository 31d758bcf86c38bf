import { expect, it } from 'vitest';
import { everyFileUnder, openedConsultation, recorded, startApp } from '../office.ts';

/** A channel that is shared with another workspace: Finn is of that one. */
async function sharedChannel() {
  const there = await openedConsultation();
  const finn = there.workspace.addPerson({ name: 'Finn Achterberg', teamId: 'T0THER' });
  finn.joins(there.channel);
  await there.workspace.settled();
  return { ...there, finn };
}

it('keeps nothing of what somebody of another workspace says, edits or deletes in a theme’s thread', async () => {
  const { workspace, app, dataDir, channel, thread, bea, finn } = await sharedChannel();
  const said = finn.replies(channel, thread('Funding'), 'Zephyr grants were cut');
  const deleted = finn.replies(channel, thread('Funding'), 'Kestrel grants too');
  finn.edits(channel, said, 'Zephyr grants were cut twice');
  finn.deletes(channel, deleted);
  await recorded({ workspace, channel }, bea.replies(channel, thread('Funding'), 'Ours stand'));
  await workspace.settled();
  await app.stop();
  await startApp(workspace, dataDir);
  await recorded({ workspace, channel }, bea.replies(channel, thread('CAMHS'), 'Ours still stand'));
  const kept = await everyFileUnder(dataDir);
  expect(kept).toContain('Ours stand');
  expect(kept).not.toMatch(new RegExp(`Zephyr|Kestrel|${said}|${deleted}|${finn.id}`));
  expect(workspace.reactionsOn(channel, said)).toEqual([]);
});

it('adds no message of theirs to a consultation', async () => {
  const { workspace, dataDir, channel, ruth, finn } = await sharedChannel();
  const ts = finn.posts(channel, 'Zephyr grants were cut');
  await ruth.usesShortcut('add_to_consultation', channel, ts);
  const form = await workspace.until(() => workspace.openView(ruth), 'the form');
  await ruth.submits(form, { place: JSON.stringify(form).match(/"(V\w+\/funding)"/)?.[1] });
  await workspace.until(
    () => workspace.directMessagesTo(ruth).some(({ text }) => text.includes('nobody of this workspace')),
    'a refusal',
  );
  expect(workspace.directMessagesTo(finn)).toEqual([]);
  expect(await everyFileUnder(dataDir)).not.toContain('Zephyr');
});
