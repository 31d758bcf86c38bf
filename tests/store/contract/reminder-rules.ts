import { beforeEach, expect, it } from 'vitest';
import { noted, type Reminders } from '../../../src/domain/reminders.ts';
import { aConsultation, aTelling } from '../records.ts';
import { mistake, type Rules } from './rules.ts';

const told =
  (...tellings: Reminders['told']) =>
  (current: Reminders): Reminders => ({ ...current, told: tellings });

export const reminderRules: Rules = (store, restart) => {
  beforeEach(async () => {
    await store().addConsultation(aConsultation());
    await store().addConsultation(aConsultation({ id: 'another' }));
  });

  it('by consultation and person, also after a restart, and none for one that is not there', async () => {
    await store().changeReminders('care-review', 'U2', told(aTelling({ moment: null })));
    const given = await store().changeReminders('care-review', 'U1', told(aTelling()));
    expect(given).toEqual({ consultationId: 'care-review', userId: 'U1', told: [aTelling()] });
    await restart();
    const [one, other] = await store().listReminders('care-review');
    expect(one).toEqual(given);
    expect(other).toMatchObject({ userId: 'U2', told: [{ moment: null }] });
    expect(await store().listReminders('another')).toEqual([]);
    expect(await store().listReminders('nowhere')).toEqual([]);
    await expect(store().changeReminders('nowhere', 'U1', told())).rejects.toThrow();
  });

  it('so that of many who are about to send the same one does', async () => {
    const attempts = Array.from({ length: 20 }, (_, second) =>
      aTelling({ at: `2026-11-24T09:30:${String(second + 10)}.000Z` }),
    );
    await Promise.all(
      attempts.map((telling) =>
        store().changeReminders('care-review', 'U1', (current) => noted(current, telling)),
      ),
    );
    await restart();
    expect((await store().listReminders('care-review'))[0]?.told).toHaveLength(1);
  });

  it('and loses no change of several that are made at once', async () => {
    const moments = Array.from(
      { length: 20 },
      (_, hour) => `2026-11-24T${String(hour).padStart(2, '0')}:30:00Z`,
    );
    await Promise.all(
      moments.flatMap((moment) =>
        ['U1', 'U2'].map((userId) =>
          store().changeReminders('care-review', userId, (current) => ({
            ...current,
            told: [...current.told, aTelling({ moment })],
          })),
        ),
      ),
    );
    await restart();
    for (const one of await store().listReminders('care-review'))
      expect(one.told.map(({ moment }) => moment).toSorted()).toEqual(moments);
  });

  it('and keeps nothing where a change makes none, throws, moves it or could not be read again', async () => {
    await store().changeReminders('care-review', 'U1', (current) => current);
    await expect(store().changeReminders('care-review', 'U1', mistake)).rejects.toThrow('a mistake');
    for (const wrong of [
      told(aTelling({ at: 'yesterday' })),
      (one: Reminders) => ({ ...one, userId: 'U2' }),
      (one: Reminders) => ({ ...one, consultationId: 'another' }),
    ])
      await expect(store().changeReminders('care-review', 'U1', wrong)).rejects.toThrow();
    await restart();
    expect(await store().listReminders('care-review')).toEqual([]);
  });

  it('and forgets one person, or everybody in a consultation', async () => {
    for (const userId of ['U1', 'U2', 'U3']) {
      await store().changeReminders('care-review', userId, told(aTelling()));
      await store().changeReminders('another', userId, told(aTelling()));
    }
    const people = async (id: string) => (await store().listReminders(id)).map(({ userId }) => userId);
    await store().dropReminders('care-review', 'U2');
    await store().dropReminders('care-review', 'U9');
    await restart();
    expect(await people('care-review')).toEqual(['U1', 'U3']);
    await store().dropReminders('care-review');
    await store().dropReminders('care-review');
    await store().dropReminders('nowhere');
    await restart();
    expect(await people('care-review')).toEqual([]);
    expect(await people('another')).toEqual(['U1', 'U2', 'U3']);
    await store().changeReminders('care-review', 'U1', told(aTelling()));
    expect(await people('care-review')).toEqual(['U1']);
  });
};
