import fc from 'fast-check';
import { beforeEach, expect, it } from 'vitest';
import type { Contribution } from '../../../src/domain/contribution.ts';
import { aConsultation, aContribution, keyOf, someContributions } from '../records.ts';
import { add, mistake, type Rules } from './rules.ts';

export const contributionRules: Rules = (store, restart) => {
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
