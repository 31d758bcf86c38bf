import { expect, it } from 'vitest';
import { aConsultation } from '../records.ts';
import { mistake, type Rules } from './rules.ts';

export const consultationRules: Rules = (store, restart) => {
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
