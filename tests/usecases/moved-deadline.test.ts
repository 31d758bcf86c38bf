import { describe, expect, it } from 'vitest';
import { reminding } from './reminding.ts';

/** Reminded of Tuesday's deadline on Tuesday and Friday of the week before, and now the deadline is moved. */
async function remindedTwice() {
  const scene = await reminding();
  await scene.opens();
  await scene.at('2026-11-24T09:30:00Z');
  await scene.at('2026-11-27T09:30:00Z');
  expect(scene.told(scene.lead)).toEqual([2]);
  const movesTo = (deadline: string) =>
    scene.deps.store.changeConsultation('care-review', (one) => ({ ...one, deadline }));
  return { ...scene, movesTo };
}

describe('whoever has just been reminded', () => {
  it.each([
    ['put off by three days', '2026-12-04T12:00:00.000Z'],
    ['brought forward by a day', '2026-11-30T12:00:00.000Z'],
    ['put off by a month', '2027-01-05T12:00:00.000Z'],
  ])('hears nothing again that day when the deadline is %s', async (_, deadline) => {
    const { at, told, lead, editor, movesTo } = await remindedTwice();
    await movesTo(deadline);
    for (const now of ['2026-11-27T10:31:00Z', '2026-11-27T14:00:00Z', '2026-11-27T17:30:00Z']) await at(now);
    expect(told(lead, editor)).toEqual([2, 2]);
  });

  it('hears at the moments of the new deadline', async () => {
    const { at, told, lead, movesTo } = await remindedTwice();
    await movesTo('2026-12-04T12:00:00.000Z');
    for (const [now, count] of [
      ['2026-12-01T09:29:00Z', 2],
      ['2026-12-01T09:30:00Z', 3],
      ['2026-12-03T09:29:00Z', 3],
      ['2026-12-03T09:30:00Z', 4],
    ] as const) {
      await at(now);
      expect(told(lead), now).toEqual([count]);
    }
  });
});
