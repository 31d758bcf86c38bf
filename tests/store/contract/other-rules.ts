import { expect, it } from 'vitest';
import { aConsultation, aContribution, anExport, keyOf, someContributions } from '../records.ts';
import { add, type Rules } from './rules.ts';

export const otherRules: Rules = (store, restart) => {
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

  it('says whether changes can be kept, and leaves nothing behind by asking', async () => {
    await store().addConsultation(aConsultation());
    await store().check();
    await restart();
    await store().check();
    expect(await store().listConsultations('T1')).toEqual([aConsultation()]);
    const closed = store().close();
    await expect(store().check()).rejects.toThrow('closed');
    await closed;
    await restart();
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
