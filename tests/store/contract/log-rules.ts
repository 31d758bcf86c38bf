import { beforeEach, expect, it } from 'vitest';
import type { LoggedAction } from '../../../src/domain/action-log.ts';
import type { Contribution } from '../../../src/domain/contribution.ts';
import { aConsultation, aContribution, anAction, keyOf, someActions, someContributions } from '../records.ts';
import { mistake, type Rules } from './rules.ts';

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

  it('keeps each change with the lines that tell of it, however many come at once, among the other lines in order', async () => {
    const thread = someContributions(230);
    const lineOn = (what: 'recorded' | 'edited', { messageTs }: Contribution) =>
      anAction({ what, on: messageTs });
    const record = (one: Contribution) =>
      store().changeContribution(
        'care-review',
        keyOf(one),
        (current) => current ?? one,
        (before, now) => [lineOn(before === null ? 'recorded' : 'edited', now)],
      );
    await store().appendAction(anAction({ on: 'the first line' }));
    await Promise.all([...thread, ...thread].map(record));
    await restart();
    const settings = anAction({ what: 'changed settings', on: null });
    const reviewer = anAction({ what: 'changed reviewer', on: null });
    await store().changeConsultation(
      'care-review',
      (current) => ({ ...current, title: 'Another title' }),
      (before, now) => (before.title === now.title ? [] : [settings, reviewer]),
    );
    await store().appendAction(anAction({ on: 'the last line' }));
    const lines = [anAction({ on: 'the first line' }), ...thread.map((one) => lineOn('recorded', one))];
    const then = [settings, reviewer, anAction({ on: 'the last line' })];
    const log = await store().listActions('care-review');
    expect(log.slice(-3)).toEqual(then);
    expect(log.toSorted(byWhat)).toEqual([...lines, ...then].toSorted(byWhat));
    await restart();
    expect(await store().listActions('care-review')).toEqual(log);
    expect(await store().listContributions('care-review')).toEqual(thread);
    expect(await store().findConsultation('care-review')).toEqual(aConsultation({ title: 'Another title' }));
  });

  it('keeps the line of every change of one message, of many at once', async () => {
    const endorse = (person: string) =>
      store().changeContribution(
        'care-review',
        keyOf(aContribution()),
        (current) => ({
          ...aContribution(),
          endorsers: [...(current?.endorsers ?? []), person],
        }),
        (_, now) => [anAction({ on: `${now.endorsers.length}` })],
      );
    await Promise.all(Array.from({ length: 20 }, (_, number) => endorse(`U${number}`)));
    await restart();
    const places = (await store().listActions('care-review')).map(({ on }) => Number(on));
    expect(places).toEqual(Array.from({ length: 20 }, (_, number) => number + 1));
  });

  it('opens a consultation with one line, however often it is added', async () => {
    const third = aConsultation({ id: 'a-third' });
    const line = anAction({ consultationId: 'a-third', what: 'opened', on: null });
    await Promise.all([1, 2, 3].map(() => store().addConsultation(third, [line])));
    await restart();
    await store().addConsultation(third, [line]);
    expect(await store().listActions('a-third')).toEqual([line]);
    expect(await store().findConsultation('a-third')).toEqual(third);
  });

  it('keeps no line of what changes nothing, is refused, or tells of another consultation', async () => {
    const key = keyOf(aContribution());
    const told = () => [anAction()];
    const change = (by: (current: Contribution | null) => Contribution | null, tell = told) =>
      store().changeContribution('care-review', key, by, tell);
    await change(() => null);
    await expect(change(mistake)).rejects.toThrow();
    await expect(change(() => aContribution(), mistake)).rejects.toThrow();
    const elsewhere = () => [anAction({ consultationId: 'another' })];
    await expect(change(() => aContribution(), elsewhere)).rejects.toThrow();
    await store().changeConsultation('care-review', (current) => current, told);
    await expect(store().changeConsultation('care-review', mistake, told)).rejects.toThrow();
    await restart();
    expect(await store().listContributions('care-review')).toEqual([]);
    expect(await store().listActions('care-review')).toEqual([]);
    expect(await store().listActions('another')).toEqual([]);
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

const byWhat = (one: LoggedAction, other: LoggedAction): number =>
  `${one.what} ${one.on}` < `${other.what} ${other.on}` ? -1 : 1;
