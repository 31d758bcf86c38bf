import { setTimeout as pause } from 'node:timers/promises';
import { alternate } from '../alternate.ts';
import type { LoopDelay } from '../children/loop-delay.ts';
import { atMost, type Figure, figure } from '../figure.ts';
import { CONTRIBUTIONS, type LargeOffice, PAGES, pagesRead } from '../large-office.ts';
import { startApp } from '../start-app.ts';

const MOST_MS = 100;
const IDLE_MS = 500;
const stored = `${CONTRIBUTIONS.toLocaleString('en-GB')} contributions`;

/**
 * How long the app kept everybody waiting at the most: while it read the threads at its start, had documents made (reading the
 * record, handing it over, taking the document back, keeping and uploading it) and told how things stand. Its floor is the same app with
 * nothing to do.
 */
export const eventLoop = async (large: LargeOffice): Promise<Figure[]> => {
  const { workspace, lead, channel } = large.office;
  const hasRead = pagesRead(workspace, PAGES);
  const app = await startApp('bench/children/soundings.ts', await large.settings());
  workspace.connect(app.url);
  const during = async (work: () => Promise<unknown>): Promise<LoopDelay> => {
    await app.ask('longestDelay');
    await work();
    return app.ask<LoopDelay>('longestDelay');
  };
  const exportAs = (words: string) => () => {
    const before = workspace.filesIn(channel).length;
    return Promise.all([
      lead.types(channel, `/soundings ${words}`),
      workspace.until(() => workspace.filesIn(channel)[before], `the file of “${words}”`, 120_000),
    ]);
  };
  const status = async () => {
    await lead.types(channel, '/soundings status');
    await pause(IDLE_MS);
  };
  const reading = await during(hasRead);
  const { idle, json, markdown, told } = await alternate(
    {
      idle: () => during(() => pause(IDLE_MS)),
      json: () => during(exportAs('export json')),
      markdown: () => during(exportAs('export markdown')),
      told: () => during(status),
    },
    2,
  );
  await app.stop();
  const longest = (what: string, runs: LoopDelay[]): Figure => {
    const worked = runs.map((run) => run.worked);
    return figure({
      section: `The event loop, at its longest (${stored})`,
      what,
      unit: 'ms',
      runs: worked,
      floor: { what: 'idle', runs: idle.map((run) => run.worked) },
      bars: [atMost(MOST_MS, Math.max(...worked), `never more than ${MOST_MS} ms`)],
      more: { delayedMs: Math.max(...runs.map(({ delayed }) => delayed)) },
    });
  };
  return [
    longest('reading the threads at the start', [reading]),
    longest('exports', [...json, ...markdown]),
    longest('status', told),
  ];
};
