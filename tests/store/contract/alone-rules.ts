import { setImmediate as turn } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { latch } from '../../latch.ts';
import { mistake, type Rules } from './rules.ts';

export const aloneRules: Rules = (store) => {
  it('does what has the same name one after the other, in order, and gives each its own result', async () => {
    const seen: string[] = [];
    const step = (name: string) =>
      store().alone('one name', async () => {
        seen.push(`${name} begins`);
        await turn();
        seen.push(`${name} ends`);
        return name;
      });
    expect(await Promise.all(['a', 'b', 'c'].map(step))).toEqual(['a', 'b', 'c']);
    expect(seen).toEqual(['a', 'b', 'c'].flatMap((name) => [`${name} begins`, `${name} ends`]));
  });

  it('lets what has another name go on meanwhile', async () => {
    const { opened, open } = latch();
    const first = store().alone('one name', () => opened);
    await store().alone('another name', async () => open());
    await first;
  });

  it('lets the next go on when one fails, and the rest of the store be used by many who wait', async () => {
    await expect(store().alone('one name', async () => mistake())).rejects.toThrow('a mistake');
    const names = Array.from({ length: 30 }, (_, number) => `name ${number}`);
    const work = names.map((name) => store().alone(name, () => store().listConsultations('T1')));
    expect(await Promise.all(work)).toEqual(names.map(() => []));
  });
};
