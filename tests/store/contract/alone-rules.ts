import { setImmediate as turn } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { latch } from '../../latch.ts';
import { mistake, type Rules } from './rules.ts';

const ways = ['alone', 'aloneInBackground'] as const;

export const aloneRules: Rules = (store, restart) => {
  describe.each(ways)('by %s', (way) => {
    it('does what has the same name one after the other, in order, and gives each its own result', async () => {
      const seen: string[] = [];
      const step = (name: string) =>
        store()[way]('one name', async (stillAlone) => {
          seen.push(`${name} begins`);
          await turn();
          await stillAlone();
          seen.push(`${name} ends`);
          return name;
        });
      expect(await Promise.all(['a', 'b', 'c'].map(step))).toEqual(['a', 'b', 'c']);
      expect(seen).toEqual(['a', 'b', 'c'].flatMap((name) => [`${name} begins`, `${name} ends`]));
    });

    it('lets what has another name go on meanwhile', async () => {
      const { opened, open } = latch();
      const first = store()[way]('one name', () => opened);
      await store()[way]('another name', async () => open());
      await first;
    });

    it('lets the next go on when one fails, and the rest of the store be used by many who wait', async () => {
      await expect(store()[way]('one name', async () => mistake())).rejects.toThrow('a mistake');
      const names = Array.from({ length: 30 }, (_, number) => `name ${number}`);
      const work = names.map((name) => store()[way](name, () => store().listConsultations('T1')));
      expect(await Promise.all(work)).toEqual(names.map(() => []));
    });
  });

  it('does what people wait for and what nobody waits for one after the other, under one name', async () => {
    const seen: string[] = [];
    const work = [...ways, ...ways].map((way, index) =>
      store()[way]('one name', async () => {
        seen.push(`${index} begins`);
        await turn();
        seen.push(`${index} ends`);
      }),
    );
    await Promise.all(work);
    expect(seen).toEqual([0, 1, 2, 3].flatMap((index) => [`${index} begins`, `${index} ends`]));
  });

  it('never keeps a person waiting for what nobody waits for', async () => {
    const { opened, open } = latch();
    const slow = Array.from({ length: 30 }, (_, number) =>
      store().aloneInBackground(`name ${number}`, () => opened),
    );
    expect(await store().alone('a form', async () => 'saved')).toBe('saved');
    open();
    await Promise.all(slow);
  });

  it('has one process read, and after a restart too', async () => {
    expect(await Promise.all([store().isReader(), store().isReader()])).toEqual([true, true]);
    await restart();
    expect(await store().isReader()).toBe(true);
  });
};
