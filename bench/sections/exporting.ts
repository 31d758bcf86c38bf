import { setTimeout as pause } from 'node:timers/promises';
import { alternate } from '../alternate.ts';
import type { LoopDelay } from '../children/loop-delay.ts';
import { atMost, type Figure, figure } from '../figure.ts';
import type { Office } from '../office.ts';
import type { RunningApp } from '../start-app.ts';

const section = 'The event loop, at its longest';
const MOST_MS = 100;

type Parts = { office: Office; soundings: RunningApp; contributions: number };

/**
 * How long the app kept everybody waiting while it had a document made of a large consultation: reading the record, handing it
 * over, taking the document back, keeping and uploading it. Its floor is the same app with nothing to do.
 */
export const exporting = async ({ office, soundings, contributions }: Parts): Promise<Figure[]> => {
  const { workspace, lead, channel } = office;
  workspace.connect(soundings.url);
  const longest = () => soundings.ask<LoopDelay>('longestDelay');
  const idle = async (): Promise<LoopDelay> => {
    await longest();
    await pause(1_000);
    return longest();
  };
  const exportAs = async (words: string): Promise<LoopDelay> => {
    const before = workspace.filesIn(channel).length;
    await longest();
    await lead.types(channel, `/soundings ${words}`);
    await workspace.until(() => workspace.filesIn(channel)[before], `the file of “${words}”`, 120_000);
    return longest();
  };
  await exportAs('export json');
  const { idling, json, markdown } = await alternate(
    { idling: idle, json: () => exportAs('export json'), markdown: () => exportAs('export markdown') },
    3,
  );
  const busy = [...json, ...markdown].map(({ worked }) => worked);
  return [
    figure({
      section,
      what: `exports of ${contributions.toLocaleString('en-GB')} contributions`,
      unit: 'ms',
      runs: busy,
      floor: { what: 'idle', runs: idling.map(({ worked }) => worked) },
      bars: [atMost(MOST_MS, Math.max(...busy), `never more than ${MOST_MS} ms`)],
      more: { delayedMs: Math.max(...[...json, ...markdown].map(({ delayed }) => delayed)) },
    }),
  ];
};
