import { beforeEach, expect, it } from 'vitest';
import { aConsultation, anAction, someActions } from '../records.ts';
import type { Rules } from './rules.ts';

export const logRules: Rules = (store, restart) => {
  beforeEach(async () => {
    await store().addConsultation(aConsultation());
    await store().addConsultation(aConsultation({ id: 'another' }));
  });

  it('keeps each line as it was, each consultation’s apart, and none for one that is not there', async () => {
    const exported = anAction({ what: 'exported', on: 'our-response.md', sha256: 'c'.repeat(64) });
    const byItself = anAction({ what: 'expired', by: null, on: null });
    const elsewhere = anAction({ consultationId: 'another' });
    for (const line of [exported, byItself, elsewhere]) await store().appendAction(line);
    await restart();
    expect(await store().listActions('care-review')).toEqual([exported, byItself]);
    expect(await store().listActions('another')).toEqual([elsewhere]);
    expect(await store().listActions('nowhere')).toEqual([]);
  });

  it('lists them in the order in which they were added, whatever their times, one or many at once', async () => {
    const first = someActions(30, { at: '2026-11-03T12:00:00.000Z' });
    const then = someActions(450, { at: '2026-11-02T12:00:00.000Z' });
    for (const line of first) await store().appendAction(line);
    await Promise.all(then.map((line) => store().appendAction(line)));
    expect(await store().listActions('care-review')).toEqual([...first, ...then]);
    await restart();
    await store().appendAction(anAction());
    await restart();
    expect(await store().listActions('care-review')).toEqual([...first, ...then, anAction()]);
  });

  it('keeps the same line as often as it was added', async () => {
    await Promise.all([store().appendAction(anAction()), store().appendAction(anAction())]);
    await restart();
    expect(await store().listActions('care-review')).toEqual([anAction(), anAction()]);
  });

  it('refuses a line for a consultation that is not there, and one that it could not read again', async () => {
    await expect(store().appendAction(anAction({ consultationId: 'nowhere' }))).rejects.toThrow();
    await expect(store().appendAction(anAction({ at: 'yesterday' }))).rejects.toThrow();
    await restart();
    expect(await store().listActions('care-review')).toEqual([]);
  });

  it('is not changed by what a caller does to a line that it gave or got', async () => {
    const given = anAction();
    await store().appendAction(given);
    for (const line of [given, ...(await store().listActions('care-review'))]) {
      try {
        line.by = 'U9';
      } catch {
        // A store may also refuse it.
      }
    }
    expect(await store().listActions('care-review')).toEqual([anAction()]);
  });
};
