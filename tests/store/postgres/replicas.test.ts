import { expect, it } from 'vitest';
import { eventually } from '../../eventually.ts';
import { latch } from '../../latch.ts';
import { add } from '../contract/rules.ts';
import { aConsultation, aContribution, keyOf, someContributions } from '../records.ts';
import { advisoryLocks, breakLock } from './advisory-locks.ts';
import { freshDatabase, setDefault } from './fresh-database.ts';
import { opened } from './opened.ts';
import { run } from './run.ts';

const replicas = async (count: number) => {
  const url = await freshDatabase();
  const stores = await Promise.all(Array.from({ length: count }, () => opened(url)));
  await Promise.all(stores.map((store) => store.addConsultation(aConsultation())));
  return stores;
};

it('two replicas that get the same message at once make one contribution of it, and both see that one', async () => {
  const [one, other] = await replicas(2);
  if (!one || !other) throw new Error('There are two.');
  const thread = someContributions(40);
  const seen = await Promise.all(
    thread.map((message) =>
      Promise.all([
        add(one, { ...message, text: 'from one' }),
        add(other, { ...message, text: 'from the other' }),
      ]),
    ),
  );
  for (const [first, second] of seen) expect(first).toEqual(second);
  expect(await one.listContributions('care-review')).toEqual(seen.map(([first]) => first));
  expect(await other.listContributions('care-review')).toHaveLength(40);
});

it.each(['read committed', 'serializable'])(
  'every one of 32 changes that 8 replicas make at once counts, where transactions are %s unless told otherwise',
  async (isolation) => {
    const url = await freshDatabase();
    await setDefault(url, 'default_transaction_isolation', isolation);
    const stores = await Promise.all(Array.from({ length: 8 }, () => opened(url)));
    await stores[0]?.addConsultation(aConsultation());
    if (stores[0]) await add(stores[0], aContribution());
    const people = Array.from({ length: 32 }, (_, number) => `U${number}`);
    await Promise.all(
      people.flatMap((person, number) => {
        const store = stores[number % 8];
        return [
          store?.changeContribution('care-review', keyOf(aContribution()), (current) =>
            current ? { ...current, endorsers: [...current.endorsers, person] } : null,
          ),
          store?.changeConsultation('care-review', (current) => ({
            ...current,
            lateNoticeTo: [...current.lateNoticeTo, person],
          })),
        ];
      }),
    );
    const contribution = await stores[0]?.findContribution(keyOf(aContribution()));
    const consultation = await stores[0]?.findConsultation('care-review');
    expect(contribution?.endorsers.toSorted()).toEqual(people.toSorted());
    expect(consultation?.lateNoticeTo.toSorted()).toEqual(people.toSorted());
  },
);

it('what changes nothing writes nothing, so that nobody else has to try again', async () => {
  const url = await freshDatabase();
  const store = await opened(url);
  await store.addConsultation(aConsultation());
  await add(store, aContribution());
  await store.changeContribution('care-review', keyOf(aContribution()), (current) => current);
  await store.changeConsultation('care-review', (current) => current);
  expect(await run(url, 'select revision from soundings.contributions')).toEqual([{ revision: 1 }]);
  expect(await run(url, 'select revision from soundings.consultations')).toEqual([{ revision: 1 }]);
});

it('what one replica does alone another waits for, and need not when the first is gone', async () => {
  const url = await freshDatabase();
  const [one, other] = await Promise.all([opened(url), opened(url)]);
  const { opened: mayEnd, open: letEnd } = latch();
  const { opened: hasBegun, open: begin } = latch();
  const seen: string[] = [];
  const first = one.alone('announce', async () => {
    begin();
    await mayEnd;
    seen.push('first');
  });
  await hasBegun;
  const second = other.alone('announce', async () => void seen.push('second'));
  await eventually(async () => expect(await advisoryLocks(url, 'waited for')).toHaveLength(1));
  expect(seen).toEqual([]);
  letEnd();
  await Promise.all([first, second]);
  expect(seen).toEqual(['first', 'second']);

  const { opened: never } = latch();
  void one.alone('announce', () => never);
  await eventually(async () => expect(await advisoryLocks(url, 'held')).toHaveLength(1));
  await breakLock(url, 'announce');
  await other.alone('announce', async () => void seen.push('third'));
  expect(seen).toEqual(['first', 'second', 'third']);
});
