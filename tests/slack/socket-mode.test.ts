import { readdir, rename } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { exported, openedConsultation, recorded } from '../office.ts';

it('does the same in Socket Mode: form, replies, ticks, refusals, files', async () => {
  const there = await openedConsultation({ mode: 'socket' });
  const { workspace, bea, ruth, channel, thread } = there;
  await recorded(
    there,
    bea.replies(channel, thread('Funding'), 'Recommendation: settle budgets for three years.'),
  );
  await bea.types(channel, '/soundings close');
  await workspace.until(
    () => workspace.ephemeralsTo(bea).at(-1)?.text.includes('Only the lead'),
    'a refusal',
  );
  expect(await exported(there, ruth, 'export markdown')).toContain('R1');
  expect(workspace.complaints).toEqual([]);
});

it('comes back after Slack closes the connection, and finds what was said meanwhile', async () => {
  const there = await openedConsultation({
    mode: 'socket',
    reconnectMs: 1_000,
    expects: ['Slack library error'],
  });
  const { workspace, bea, channel, thread } = there;
  const held = workspace.holdEvents();
  workspace.socket.cut();
  const ts = bea.replies(channel, thread('Funding'), 'Said into the gap');
  held.drop();
  await recorded(there, ts);
});

it('goes on after Slack says that it holds events back', async () => {
  const there = await openedConsultation({ mode: 'socket', expects: ['Slack library error'] });
  const { workspace, bea, channel, thread } = there;
  workspace.socket.limitRate();
  await recorded(there, bea.replies(channel, thread('Funding'), 'Said after the warning'));
});

it('does not ack an event whose record fails, so that it comes again', async () => {
  const failures: string[] = [];
  const there = await openedConsultation({
    mode: 'socket',
    log: { info: () => undefined, warn: () => undefined, error: (what) => void failures.push(what) },
  });
  const { workspace, bea, channel, thread, dataDir } = there;
  const [folder = ''] = await readdir(`${dataDir}/consultations`);
  const place = `${dataDir}/consultations/${folder}`;
  await rename(place, `${place}-away`);
  const ts = bea.replies(channel, thread('Funding'), 'Kept in spite of the disk');
  const delivery = () =>
    workspace.deliveries().find(({ body }) => JSON.stringify(body).includes('in spite of'));
  await workspace.until(() => failures.includes('A request failed'), 'the record to fail');
  // The ack of a command that comes after it: one for the event would have come before.
  expect(await bea.types(channel, '/soundings help')).toMatchObject({ status: 200 });
  expect(delivery()?.statuses).toEqual([]);
  await rename(`${place}-away`, place);
  await recorded(there, ts);
}, 30_000);
