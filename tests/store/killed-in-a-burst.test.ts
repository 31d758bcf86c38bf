import { readdir } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { openLowdbStore } from '../../src/store/lowdb-store.ts';
import { startChild } from './child.ts';
import { freshFolder } from './data-folder.ts';

/** Lets a writer be killed after a random number of acknowledgements, anywhere in its work. */
const burst = async (folder: string, round: number): Promise<string[]> => {
  const writer = startChild(new URL('./burst-writer.ts', import.meta.url), folder, String(round));
  const acknowledged: string[] = [];
  const enough = Math.floor(Math.random() * 500);
  while (acknowledged.length <= enough) acknowledged.push(await writer.hear());
  return [...acknowledged, ...(await writer.kill())];
};

it('a process killed in the middle of a burst has lost nothing that it acknowledged, and doubled nothing', async () => {
  const folder = freshFolder();
  const acknowledged: string[] = [];
  for (let round = 1; round <= 5; round += 1) {
    acknowledged.push(...(await burst(folder, round)));
    const store = await openLowdbStore(folder);
    const kept = (await store.listContributions('care-review')).map(({ messageTs }) => `kept ${messageTs}`);
    const logged = (await store.listActions('care-review')).map(({ on }) => `logged ${on}`);
    await store.close();
    const once = new Set([...kept, ...logged]);
    expect(once.size).toBe(kept.length + logged.length);
    expect(acknowledged.filter((line) => !once.has(line))).toEqual([]);
  }
  expect((await readdir(folder, { recursive: true })).filter((name) => name.endsWith('.tmp'))).toEqual([]);
});
