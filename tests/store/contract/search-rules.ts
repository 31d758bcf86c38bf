import fc from 'fast-check';
import { beforeEach, expect, it } from 'vitest';
import {
  aConsultation,
  aContribution,
  anAction,
  anExport,
  aPerson,
  aTelling,
  keyOf,
  someContributions,
} from '../records.ts';
import { add, type Rules } from './rules.ts';

export const searchRules: Rules = (store, restart) => {
  const keep = (text: string) => add(store(), aContribution({ text }));
  const isHeld = async (...texts: string[]) => (await store().placesHolding(texts)).length > 0;
  beforeEach(async () => {
    await store().addConsultation(aConsultation());
  });

  it('in every kind of record, one place for each, and nowhere for a text that it does not hold', async () => {
    await store().changeConsultation('care-review', (one) => ({ ...one, title: 'Kestrel title' }));
    await add(
      store(),
      aContribution({
        revisions: [{ text: 'Kestrel said', editedTs: null, replacedAt: '2026-11-02T12:00:00Z' }],
      }),
    );
    await store().savePerson(aPerson({ name: 'Kestrel Name' }));
    await store().saveLastExport(anExport({ fileName: 'kestrel.md' }));
    await store().appendAction(anAction({ on: 'kestrel.md' }));
    await store().changeReminders('care-review', 'KESTREL', (one) => ({ ...one, told: [aTelling()] }));
    for (const when of ['at once', 'after a restart']) {
      const places = await store().placesHolding(['kestrel']);
      expect(places, when).toHaveLength(6);
      expect(new Set(places).size).toBe(6);
      expect(places).toEqual(places.toSorted());
      expect(await store().placesHolding(['merlin'])).toEqual([]);
      await restart();
    }
  });

  it('for any of several texts, and not for texts of fewer than 3 characters', async () => {
    await keep('Bo says: more foster carers.');
    expect(await isHeld('merlin', 'foster')).toBe(true);
    expect(await isHeld('merlin', 'Bo', 's', '')).toBe(false);
    expect(await isHeld('Bo ')).toBe(true);
    expect(await isHeld()).toBe(false);
  });

  it.each([
    ['an umlaut', 'Grüße von Jürgen', 'JÜRGEN'],
    ['a quotation mark', 'She said "never again", twice', 'SAID "NEVER again"'],
    ['a backslash', 'in C:\\new\\users', 'c:\\NEW'],
    ['a line break', 'One line\nand\tanother', 'LINE\nAND\tANOTHER'],
    ['an emoji', 'thanks 👩‍👧 all', '👩‍👧 ALL'],
  ])('also when there is %s in it', async (_, text, sought) => {
    await keep(text);
    expect(await isHeld(sought)).toBe(true);
    expect(await isHeld(`${sought}!`)).toBe(false);
  });

  it('whatever it is made of, whole or in part, as long as it is there', async () => {
    const words = fc.string({ unit: 'grapheme', minLength: 6, maxLength: 40 });
    await fc.assert(
      fc.asyncProperty(words, fc.nat({ max: 3 }), async (text, from) => {
        await store().changeContribution('care-review', keyOf(aContribution()), () =>
          aContribution({ text }),
        );
        expect(await isHeld([...text].slice(from).join(''))).toBe(true);
        await store().changeContribution('care-review', keyOf(aContribution()), () =>
          aContribution({ text: '' }),
        );
        expect(await isHeld(`${text}, as they said`)).toBe(false);
      }),
      { numRuns: 20 },
    );
  });

  it('no more once it is gone', async () => {
    const thread = someContributions(250, { text: 'Kestrel' });
    await Promise.all(thread.map((one) => add(store(), one)));
    expect(await isHeld('kestrel')).toBe(true);
    await Promise.all(
      thread.map((one) =>
        store().changeContribution('care-review', keyOf(one), () => ({ ...one, text: '' })),
      ),
    );
    expect(await isHeld('kestrel')).toBe(false);
  });
};
