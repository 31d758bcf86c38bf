import { expect, test } from 'vitest';
import { exported, recorded } from '../../office.ts';
import { toldPrivately } from '../own-data-steps.ts';
import {
  appealed,
  blockedWords,
  heldReply,
  marked,
  type Screened,
  screenedConsultation,
} from './screened.ts';

async function audited(there: Screened): Promise<string> {
  const { workspace, omar, channel } = there;
  const before = toldPrivately(there, omar, '-audit.json').length;
  await omar.types(channel, '/soundings export audit');
  const message = await workspace.until(
    () => toldPrivately(there, omar, '-audit.json')[before],
    'the bundle',
  );
  const file = await workspace.until(() => workspace.filesIn(message.channel).at(-1), 'its file');
  return file.content.toString('utf8');
}

test('a reply that is held after it was printed is spoken of nowhere, nor is its author', async () => {
  const there = await screenedConsultation();
  const { bea, omar, channel, thread } = there;
  await recorded(there, omar.replies(channel, thread('Funding'), 'Grants were cut.'));
  const ts = bea.replies(channel, thread('Funding'), 'Caseloads should be capped at fifteen.');
  await recorded(there, ts);
  await exported(there, omar, 'export markdown');
  bea.edits(channel, ts, blockedWords);
  await marked(there, ts, 'lock');
  const documents = [
    await exported(there, omar, 'draft'),
    await exported(there, omar, 'export json'),
    await audited(there),
  ];
  for (const document of documents) {
    expect(document).toContain('Grants were cut.');
    for (const trace of [ts, ts.replace('.', ''), bea.id, 'Bea Lindqvist', 'taken back'])
      expect(document).not.toContain(trace);
  }
});

test('that a reply was held shows in no account of it, and that it was cleared does', async () => {
  const there = await screenedConsultation();
  const ts = await heldReply(there);
  await there.ruth.clicks(await appealed(there), 'keep_held');
  const { workspace, ruth, channel } = there;
  await ruth.types(channel, '/soundings held');
  const list = await workspace.until(
    () => workspace.ephemeralsTo(ruth).find((one) => JSON.stringify(one).includes('oldest first')),
    'the list',
  );
  await ruth.clicks(list, 'record_held');
  await marked(there, ts, 'memo');
  const bundle = JSON.parse(await audited(there));
  const lines = bundle.actions.map(({ what }: { what: string }) => what);
  expect(lines).toContain('cleared');
  expect(lines).not.toEqual(expect.arrayContaining(['held']));
  for (const what of ['held', 'appealed', 'kept held']) expect(lines).not.toContain(what);
});

test('why it is not about a person is its author’s to see, the reviewer’s only that they cleared it', async () => {
  const there = await screenedConsultation();
  const ts = await heldReply(there);
  await there.ruth.clicks(await appealed(there, 'It is the number of a survey.'), 'record_held');
  await marked(there, ts, 'memo');
  expect(await exported(there, there.omar, 'export json')).not.toContain('of a survey');
  expect(await audited(there)).toContain('of a survey');
});
