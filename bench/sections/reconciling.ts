import { join } from 'node:path';
import { openLowdbStore } from '../../src/store/lowdb-store.ts';
import { alternate } from '../alternate.ts';
import { startChild } from '../child.ts';
import type { LoopDelay } from '../children/loop-delay.ts';
import type { Reading } from '../children/reader.ts';
import { atMost, type Figure, figure } from '../figure.ts';
import { inventedRecord } from '../invented-record.ts';
import { inventedTexts } from '../invented-texts.ts';
import { openedThreads, settingsFor, startOffice, temporaryFolder } from '../office.ts';
import { seed } from '../seed.ts';
import { startApp } from '../start-app.ts';

const section = 'Reconciling a thread that nobody delivered';
const REPLIES = 1_000;
const MOST_MS = 100;

type Reconciled = { seconds: number; longest: LoopDelay };

/** From ready to the last of the replies recorded and marked, with how long the event loop was busy at the most. */
export const reconciling = async (): Promise<Figure[]> => {
  const office = await startOffice([]);
  const { workspace, channel, people, lead } = office;
  const setting = openedThreads(office);
  const threadTs = setting.threads[0]?.threadTs ?? '';
  for (const [n, text] of inventedTexts(REPLIES).entries())
    (people[n % people.length] ?? lead).replies(channel, threadTs, text);
  const record = await inventedRecord(0, setting);
  const reader = startChild('bench/children/reader.ts');
  const reading: Reading = {
    apiUrl: workspace.apiUrl,
    token: workspace.botToken,
    channel: channel.id,
    threadTs,
  };

  const reconcile = async (): Promise<Reconciled> => {
    const dataDir = join(await temporaryFolder(), 'data');
    const store = await openLowdbStore(dataDir);
    await seed(store, record);
    await store.close();
    const marks = () => workspace.calls('reactions.add').length;
    const before = marks();
    const app = await startApp('bench/children/soundings.ts', settingsFor(workspace, dataDir));
    const startedAt = performance.now();
    await workspace.until(() => marks() >= before + REPLIES, 'every reply to be marked', 60_000);
    const seconds = (performance.now() - startedAt) / 1_000;
    const longest = await app.ask<LoopDelay>('longestDelay');
    await app.stop();
    return { seconds, longest };
  };
  const read = async () => ({
    seconds: (await reader.ask<number>('read', reading)) / 1_000,
    longest: { delayed: 0, worked: 0 },
  });
  const { readOnly, ours } = await alternate({ readOnly: read, ours: reconcile });
  await reader.stop();
  const longest = ours.map((run) => run.longest.worked);
  return [
    figure({
      section,
      what: `${REPLIES.toLocaleString('en-GB')} replies recorded and marked`,
      unit: 's',
      runs: ours.map(({ seconds }) => seconds),
      floor: { what: 'read and forgotten', runs: readOnly.map(({ seconds }) => seconds) },
    }),
    figure({
      section,
      what: 'the event loop meanwhile, at its longest',
      unit: 'ms',
      runs: longest,
      bars: [atMost(MOST_MS, Math.max(...longest), `never more than ${MOST_MS} ms`)],
      more: { delayedMs: Math.max(...ours.map((run) => run.longest.delayed)) },
    }),
  ];
};
