import { readdir, rename } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { createLog } from '../../src/log.ts';
import { openedConsultation, recorded } from '../office.ts';

type Line = { level: number; msg: string; request?: string; consultation?: string };

function keptLines() {
  const lines: Line[] = [];
  const log = createLog('info', { write: (line) => void lines.push(JSON.parse(line)) });
  return { log, saying: (what: string) => lines.filter(({ msg }) => msg === what), lines };
}

const ID = /^[0-9a-f]{8}$/;

it('what goes wrong with an event names its request and its consultation', async () => {
  const { log, saying } = keptLines();
  const there = await openedConsultation({ log });
  const { workspace, bea, channel, thread, dataDir } = there;
  const [id = ''] = await readdir(`${dataDir}/consultations`);
  const place = `${dataDir}/consultations/${id}`;
  await rename(place, `${place}-away`);
  const ts = bea.replies(channel, thread('Funding'), 'Kept in spite of the disk');
  await workspace.until(() => saying('A request failed').length > 1, 'it to fail, and to fail again');
  await rename(`${place}-away`, place);
  await recorded(there, ts);
  const [one, two] = saying('A request failed');
  expect([one, two]).toEqual(
    Array(2).fill(expect.objectContaining({ request: expect.stringMatching(ID), consultation: id })),
  );
  expect(one?.request).not.toBe(two?.request);
});

it('what goes wrong with a form, and what goes wrong after an answer, is told under the id of its request', async () => {
  const { log, saying, lines } = keptLines();
  const there = await openedConsultation({ log });
  const { workspace, bea, ruth, channel, thread, dataDir } = there;
  const [id = ''] = await readdir(`${dataDir}/consultations`);
  workspace.failNext('reactions.add', { error: 'not_reactable' });
  bea.replies(channel, thread('Funding'), 'Said once');
  await workspace.until(() => saying('mark a message').length > 0, 'the mark to fail');
  await ruth.types(channel, '/soundings settings');
  const form = await workspace.until(() => workspace.openView(ruth), 'the settings');
  const place = `${dataDir}/consultations/${id}`;
  await rename(place, `${place}-away`);
  await ruth.submits(form, { title: 'Another title' });
  await rename(`${place}-away`, place);
  expect(saying('mark a message')).toEqual([expect.objectContaining({ request: expect.stringMatching(ID) })]);
  expect(saying('A form could not be saved')).toEqual([
    expect.objectContaining({ request: expect.stringMatching(ID), consultation: id }),
  ]);
  expect(
    lines.filter(({ msg, request }) => request === undefined && !msg.startsWith('Slack library')),
  ).toEqual([]);
});

it('what goes wrong on no request names its consultation', async () => {
  const { log, saying } = keptLines();
  const there = await openedConsultation({ log, reconcileEveryMs: 200 });
  const { workspace, dataDir } = there;
  const [id = ''] = await readdir(`${dataDir}/consultations`);
  workspace.failNext('conversations.replies', { error: 'internal_error' }, 4);
  await workspace.until(
    () => workspace.calls('conversations.replies').length > 8,
    'the threads to be read again',
  );
  await workspace.until(() => saying('reconcile thread').length > 0, 'a reading to fail');
  expect(saying('reconcile thread')[0]).toMatchObject({ consultation: id });
});
