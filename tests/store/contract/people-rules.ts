import { expect, it } from 'vitest';
import { aPerson } from '../records.ts';
import type { Rules } from './rules.ts';

export const peopleRules: Rules = (store, restart) => {
  const names = async (teamId: string) => (await store().listPeople(teamId)).map(({ name }) => name);

  it('remembers each once, under the latest name, apart from other teams', async () => {
    await Promise.all([
      store().savePerson(aPerson({ userId: 'U2', name: 'Bea' })),
      store().savePerson(aPerson()),
      store().savePerson(aPerson({ teamId: 'T2', name: 'Cy' })),
    ]);
    await store().savePerson(aPerson({ name: 'Alex' }));
    await store().savePerson(aPerson({ name: 'Alex' }));
    await restart();
    expect(await names('T1')).toEqual(['Alex', 'Bea']);
    expect(await names('T2')).toEqual(['Cy']);
    expect(await names('T3')).toEqual([]);
  });

  it('finds one by team and id, and nobody for another', async () => {
    await store().savePerson(aPerson());
    expect(await store().findPerson('T1', 'U1')).toEqual(aPerson());
    await restart();
    expect(await store().findPerson('T1', 'U1')).toEqual(aPerson());
    expect(await store().findPerson('T1', 'U2')).toBeNull();
    expect(await store().findPerson('T2', 'U1')).toBeNull();
    expect(await store().findPerson('../T1', 'U1')).toBeNull();
  });

  it('remembers when one had their data erased, also when their name is no news', async () => {
    await store().savePerson(aPerson({ name: '' }));
    const erased = aPerson({ name: '', erasedAt: '2026-11-20T09:00:00.000Z' });
    await store().savePerson(erased);
    await restart();
    expect(await store().findPerson('T1', 'U1')).toEqual(erased);
  });

  it('keeps who is erased so, whatever is saved of them or forgotten later, and never moves the time back', async () => {
    const erased = aPerson({ name: '', erasedAt: '2026-11-20T09:00:00.000Z' });
    await Promise.all([
      store().savePerson(aPerson()),
      store().savePerson(erased),
      store().savePerson(aPerson({ name: 'Alex' })),
    ]);
    await store().dropPerson('T1', 'U1');
    await restart();
    await store().savePerson(aPerson({ name: 'Alex' }));
    await store().dropPerson('T1', 'U1');
    expect(await store().findPerson('T1', 'U1')).toEqual(erased);
    await store().savePerson(aPerson({ name: 'Al', erasedAt: '2026-11-19T09:00:00.000Z' }));
    await restart();
    expect(await store().findPerson('T1', 'U1')).toEqual({ ...erased, name: 'Al' });
    const later = { ...erased, erasedAt: '2026-11-21T09:00:00.000Z' };
    await store().savePerson(later);
    await restart();
    expect(await store().findPerson('T1', 'U1')).toEqual(later);
  });

  it('forgets one, and no other, to the last', async () => {
    const others = [aPerson({ userId: 'U2' }), aPerson({ teamId: 'T2' })];
    for (const person of [aPerson(), ...others]) await store().savePerson(person);
    await store().dropPerson('T1', 'U1');
    await store().dropPerson('T1', 'U1');
    await store().dropPerson('T3', 'U1');
    await restart();
    expect(await store().findPerson('T1', 'U1')).toBeNull();
    expect(await store().listPeople('T1')).toEqual([aPerson({ userId: 'U2' })]);
    await Promise.all([store().dropPerson('T1', 'U2'), store().dropPerson('T2', 'U1')]);
    await restart();
    expect([...(await store().listPeople('T1')), ...(await store().listPeople('T2'))]).toEqual([]);
    await store().savePerson(aPerson({ name: 'Alex' }));
    await restart();
    expect(await names('T1')).toEqual(['Alex']);
  });
};
