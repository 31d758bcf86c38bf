import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Contribution } from '../../src/domain/contribution.ts';
import type { Store } from '../../src/store/store.ts';
import { aConsultation, aContribution, anExport, keyOf, someContributions } from './records.ts';

/** An empty store, and what stops it and starts it again on the same data. */
export type OpenStore = () => Promise<{ store: Store; reopen: () => Promise<Store> }>;

const add = (store: Store, contribution: Contribution) =>
  store.changeContribution(
    contribution.consultationId,
    keyOf(contribution),
    (current) => current ?? contribution,
  );

const mistake = () => {
  throw new Error('a mistake in a rule');
};

/** What every store must do, whatever it is made of. */
export const storeContract = (name: string, open: OpenStore): void => {
  describe(`the ${name} store`, () => {
    let store: Store;
    let restart: () => Promise<void>;
    beforeEach(async () => {
      const opened = await open();
      store = opened.store;
      restart = async () => {
        store = await opened.reopen();
      };
    });
    afterEach(() => store.close());

    describe('keeps consultations', () => {
      consultationRules(
        () => store,
        () => restart(),
      );
    });
    describe('keeps contributions', () => {
      contributionRules(
        () => store,
        () => restart(),
      );
    });
    describe('keeps the rest', () => {
      otherRules(
        () => store,
        () => restart(),
      );
    });
  });
};

type Rules = (store: () => Store, restart: () => Promise<void>) => void;

const consultationRules: Rules = (store, restart) => {
  it('finds one by its id, also after a restart, and nothing for another id', async () => {
    await store().addConsultation(aConsultation());
    expect(await store().findConsultation('care-review')).toEqual(aConsultation());
    await restart();
    expect(await store().findConsultation('care-review')).toEqual(aConsultation());
    expect(await store().findConsultation('another')).toBeNull();
    expect(await store().findConsultation('../care-review')).toBeNull();
  });

  it('keeps one of two with the same id, and gives that one to both', async () => {
    const [one, other] = await Promise.all([
      store().addConsultation(aConsultation()),
      store().addConsultation(aConsultation({ title: 'Another' })),
    ]);
    expect(one).toEqual(other);
    expect(await store().addConsultation(aConsultation({ title: 'A third' }))).toEqual(one);
    expect(await store().findConsultation('care-review')).toEqual(one);
  });

  it('loses no change of two that are made at once', async () => {
    await store().addConsultation(aConsultation());
    const people = Array.from({ length: 20 }, (_, number) => `U${number}`);
    await Promise.all(
      people.map((person) =>
        store().changeConsultation('care-review', (current) => ({
          ...current,
          lateNoticeTo: [...current.lateNoticeTo, person],
        })),
      ),
    );
    await restart();
    expect((await store().findConsultation('care-review'))?.lateNoticeTo.toSorted()).toEqual(
      people.toSorted(),
    );
  });

  it('rejects only the caller whose change throws, and changes nothing for it', async () => {
    await store().addConsultation(aConsultation());
    const [wrong, right] = await Promise.allSettled([
      store().changeConsultation('care-review', mistake),
      store().changeConsultation('care-review', (current) => ({ ...current, title: 'Better' })),
    ]);
    expect(wrong.status).toBe('rejected');
    expect(right).toMatchObject({ status: 'fulfilled', value: { title: 'Better' } });
    expect((await store().findConsultation('care-review'))?.title).toBe('Better');
  });

  it('throws for a change of one that is not there, or of its id', async () => {
    await store().addConsultation(aConsultation());
    await expect(store().changeConsultation('another', (current) => current)).rejects.toThrow();
    await expect(
      store().changeConsultation('care-review', (current) => ({ ...current, id: 'another' })),
    ).rejects.toThrow();
    expect(await store().findConsultation('care-review')).toEqual(aConsultation());
  });

  it('lists them oldest first, of one team, and of one channel when asked', async () => {
    const later = aConsultation({ id: 'later', openedAt: '2026-11-03T09:00:00.500Z' });
    const latest = aConsultation({ id: 'latest', openedAt: '2026-11-03T09:00:01Z', channelId: 'C2' });
    const theirs = aConsultation({ id: 'theirs', teamId: 'T2' });
    for (const one of [latest, theirs, later, aConsultation()]) await store().addConsultation(one);
    await restart();
    const ids = async (teamId: string, channelId?: string) =>
      (await store().listConsultations(teamId, channelId)).map(({ id }) => id);
    expect(await ids('T1')).toEqual(['care-review', 'later', 'latest']);
    expect(await ids('T1', 'C2')).toEqual(['latest']);
    expect(await ids('T3')).toEqual([]);
  });

  it('finds the one that has a thread, and none for the same thread elsewhere', async () => {
    await store().addConsultation(aConsultation({ id: 'unposted', themes: [] }));
    await store().addConsultation(aConsultation());
    const find = async (teamId: string, channelId: string, threadTs: string) =>
      (await store().findConsultationByThread(teamId, channelId, threadTs))?.id;
    expect(await find('T1', 'C1', '1616161616.000100')).toBe('care-review');
    expect(await find('T1', 'C2', '1616161616.000100')).toBeUndefined();
    expect(await find('T2', 'C1', '1616161616.000100')).toBeUndefined();
    expect(await find('T1', 'C1', '1616161615.000100')).toBeUndefined();
  });
};

const contributionRules: Rules = (store, restart) => {
  beforeEach(async () => {
    await store().addConsultation(aConsultation());
    await store().addConsultation(aConsultation({ id: 'another' }));
  });

  it('makes one contribution of any number of deliveries of a message', async () => {
    const deliveries = Array.from({ length: 20 }, (_, number) =>
      aContribution({ text: `delivery ${number}` }),
    );
    const results = await Promise.all(deliveries.map((delivery) => add(store(), delivery)));
    expect(new Set(results.map((result) => result?.text)).size).toBe(1);
    await restart();
    expect(await store().listContributions('care-review')).toEqual([results[0]]);
    expect(await store().findContribution(keyOf(aContribution()))).toEqual(results[0]);
  });

  it('loses no change of many that are made to one message at once', async () => {
    await add(store(), aContribution());
    const people = Array.from({ length: 20 }, (_, number) => `U${number}`);
    const endorse = (person: string) =>
      store().changeContribution('care-review', keyOf(aContribution()), (current) =>
        current ? { ...current, endorsers: [...current.endorsers, person] } : null,
      );
    await Promise.all(people.map(endorse));
    await restart();
    const found = await store().findContribution(keyOf(aContribution()));
    expect(found?.endorsers.toSorted()).toEqual(people.toSorted());
  });

  it('makes none when the change says so, and takes none away', async () => {
    const key = keyOf(aContribution());
    expect(await store().changeContribution('care-review', key, () => null)).toBeNull();
    expect(await store().findContribution(key)).toBeNull();
    await add(store(), aContribution());
    await expect(store().changeContribution('care-review', key, () => null)).rejects.toThrow();
    expect(await store().findContribution(key)).toEqual(aContribution());
  });

  it('rejects only the caller whose change throws, and changes nothing for it', async () => {
    await expect(
      store().changeContribution('care-review', keyOf(aContribution()), mistake),
    ).rejects.toThrow();
    expect(await store().listContributions('care-review')).toEqual([]);
    await add(store(), aContribution());
    await expect(
      store().changeContribution('care-review', keyOf(aContribution()), mistake),
    ).rejects.toThrow();
    expect(await store().listContributions('care-review')).toEqual([aContribution()]);
  });

  it('gives a message to one consultation only', async () => {
    await add(store(), aContribution());
    await expect(add(store(), aContribution({ consultationId: 'another' }))).rejects.toThrow();
    await restart();
    await expect(add(store(), aContribution({ consultationId: 'another' }))).rejects.toThrow();
    expect(await store().listContributions('another')).toEqual([]);
  });

  it('tells messages apart by team and channel, not by time stamp alone', async () => {
    const twins = [aContribution(), aContribution({ channelId: 'C2' }), aContribution({ teamId: 'T2' })];
    for (const twin of twins) await add(store(), twin);
    await restart();
    for (const twin of twins) expect(await store().findContribution(keyOf(twin))).toEqual(twin);
    expect(await store().listContributions('care-review')).toHaveLength(3);
  });

  it('throws for a consultation that is not there, and for a change of the key', async () => {
    await expect(add(store(), aContribution({ consultationId: 'nowhere' }))).rejects.toThrow();
    const other = aContribution({ messageTs: '1616161800.000100' });
    await expect(
      store().changeContribution('care-review', keyOf(aContribution()), () => other),
    ).rejects.toThrow();
    expect(await store().findContribution(keyOf(other))).toBeNull();
    expect(await store().listContributions('nowhere')).toEqual([]);
  });

  it('lists them in the order of their messages', async () => {
    const inOrder = ['999999999.999999', '1616161616.000002', '1616161616.000010', '1616161617.000001'];
    for (const index of [2, 0, 3, 1]) await add(store(), aContribution({ messageTs: inOrder[index] ?? '' }));
    await restart();
    const listed = await store().listContributions('care-review');
    expect(listed.map(({ messageTs }) => messageTs)).toEqual(inOrder);
  });

  it('keeps a reading of a whole busy thread that is recorded at once', async () => {
    const thread = someContributions(450);
    await Promise.all(thread.map((contribution) => add(store(), contribution)));
    await restart();
    expect(await store().listContributions('care-review')).toEqual(thread);
  });

  it('is not changed by what a caller does to a record that it gave or got', async () => {
    const given = aContribution();
    const results = [await add(store(), given), await store().findContribution(keyOf(given))];
    results.push(...(await store().listContributions('care-review')));
    for (const record of [given, ...results]) {
      try {
        record?.endorsers.push('U9');
      } catch {
        // A store may also refuse it.
      }
    }
    expect(await store().findContribution(keyOf(given))).toEqual(aContribution());
    await restart();
    expect(await store().findContribution(keyOf(given))).toEqual(aContribution());
  });

  it('refuses what it could not read again', async () => {
    await expect(add(store(), aContribution({ recordedAt: 'yesterday' }))).rejects.toThrow();
    expect(await store().listContributions('care-review')).toEqual([]);
  });

  it('lists after a restart what it listed before, whatever was done to it', async () => {
    const step = fc.record({
      messageTs: fc.constantFrom('999999999.000001', '1616161616.000002', '1616161616.000010'),
      channelId: fc.constantFrom('C1', 'C2'),
      text: fc.string({ unit: 'grapheme' }),
      kind: fc.constantFrom('concern' as const, null),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 12 }), async (steps) => {
        const expected = new Map<string, Contribution>();
        for (const changes of steps)
          expected.set(`${changes.channelId}${changes.messageTs}`, aContribution(changes));
        await Promise.all(
          steps.map((changes) => {
            const next = aContribution(changes);
            return store().changeContribution('care-review', keyOf(next), () => next);
          }),
        );
        const before = await store().listContributions('care-review');
        for (const contribution of expected.values()) expect(before).toContainEqual(contribution);
        await restart();
        expect(await store().listContributions('care-review')).toEqual(before);
      }),
      { numRuns: 25 },
    );
  });
};

const otherRules: Rules = (store, restart) => {
  it('remembers each person once, under the latest name, apart from other teams', async () => {
    await Promise.all([
      store().savePerson({ teamId: 'T1', userId: 'U2', name: 'Bea' }),
      store().savePerson({ teamId: 'T1', userId: 'U1', name: 'Al' }),
      store().savePerson({ teamId: 'T2', userId: 'U1', name: 'Cy' }),
    ]);
    await store().savePerson({ teamId: 'T1', userId: 'U1', name: 'Alex' });
    await store().savePerson({ teamId: 'T1', userId: 'U1', name: 'Alex' });
    await restart();
    expect((await store().listPeople('T1')).map(({ name }) => name)).toEqual(['Alex', 'Bea']);
    expect((await store().listPeople('T2')).map(({ name }) => name)).toEqual(['Cy']);
    expect(await store().listPeople('T3')).toEqual([]);
  });

  it('remembers the last export only', async () => {
    await store().addConsultation(aConsultation());
    expect(await store().findLastExport('care-review')).toBeNull();
    await store().saveLastExport(anExport());
    await store().saveLastExport(anExport({ day: '2026-11-22' }));
    await restart();
    expect(await store().findLastExport('care-review')).toEqual(anExport({ day: '2026-11-22' }));
    expect(await store().findLastExport('nowhere')).toBeNull();
    await expect(store().saveLastExport(anExport({ consultationId: 'nowhere' }))).rejects.toThrow();
  });

  it('finishes what is being written before it closes, and takes nothing after', async () => {
    await store().addConsultation(aConsultation());
    const adding = Promise.all(someContributions(30).map((contribution) => add(store(), contribution)));
    await store().findContribution(keyOf(aContribution()));
    const closed = store().close();
    await expect(store().findConsultation('care-review')).rejects.toThrow('closed');
    await expect(add(store(), aContribution())).rejects.toThrow('closed');
    await Promise.all([adding, closed, store().close()]);
    await restart();
    expect(await store().listContributions('care-review')).toHaveLength(30);
  });
};
