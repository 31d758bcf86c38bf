import { setTimeout as pause } from 'node:timers/promises';
import { expect, it, onTestFinished } from 'vitest';
import type { Contribution } from '../../../src/domain/contribution.ts';
import type { Store } from '../../../src/store/store.ts';
import { eventually } from '../../eventually.ts';
import { add } from '../contract/rules.ts';
import { aConsultation, someContributions } from '../records.ts';
import { opened } from './opened.ts';
import { startServer } from './server.ts';

/** Adds it as often as it takes, as Slack would send it again. Gives how often it was refused. */
const addInTheEnd = async (store: Store, contribution: Contribution): Promise<number> => {
  for (let refusals = 0; ; refusals += 1) {
    try {
      await add(store, contribution);
      return refusals;
    } catch {
      await pause(10);
    }
  }
};

it('a server that crashes under load loses nothing that it acknowledged and doubles nothing, and is found again', async () => {
  const server = await startServer();
  onTestFinished(server.stop);
  const store = await opened(server.url);
  await store.addConsultation(aConsultation());
  const thread = someContributions(600);
  const rest = [...thread];
  let acknowledged = 0;
  let refused = 0;
  let crashing: Promise<void> | undefined;
  const caller = async () => {
    for (let next = rest.pop(); next; next = rest.pop()) {
      refused += await addInTheEnd(store, next);
      acknowledged += 1;
      if (acknowledged === 200) crashing = server.crashAndRestart();
    }
  };
  await Promise.all(Array.from({ length: 16 }, caller));
  await crashing;
  expect(refused).toBeGreaterThan(0);
  expect(await store.listContributions('care-review')).toEqual(thread);

  // Nobody is asking now: connections that break while they are idle must not end the process.
  await server.crashAndRestart();
  await eventually(async () => expect(await store.listContributions('care-review')).toEqual(thread));
});
