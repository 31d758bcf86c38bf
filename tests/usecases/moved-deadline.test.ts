import { describe, expect, it } from 'vitest';
import { reminding } from './reminding.ts';

const TUESDAY = '2026-11-24';
const FRIDAY = '2026-11-27';

/** Reminded at 9:30 of these days of Tuesday's deadline, and now the deadline is moved. */
async function remindedOn(days: string[], deadline: string) {
  const scene = await reminding();
  await scene.opens();
  for (const day of days) await scene.at(`${day}T09:30:00Z`);
  expect(scene.told(scene.lead)).toEqual([days.length]);
  await scene.deps.store.changeConsultation('care-review', (one) => ({ ...one, deadline }));
  return scene;
}

describe('whoever has just been reminded', () => {
  it.each([
    ['brought forward by a day', [TUESDAY], '2026-11-30T12:00:00.000Z'],
    ['brought forward by five days', [TUESDAY], '2026-11-26T12:00:00.000Z'],
    ['put off by two days', [TUESDAY, FRIDAY], '2026-12-03T12:00:00.000Z'],
  ])('hears nothing again that day when the deadline is %s', async (_, days, deadline) => {
    const { at, told, lead, editor } = await remindedOn(days, deadline);
    for (const time of ['10:31', '14:00', '17:30']) await at(`${days.at(-1)}T${time}:00Z`);
    expect(told(lead, editor)).toEqual([days.length, days.length]);
  });

  it('hears at the moments of the new deadline', async () => {
    const { at, told, lead } = await remindedOn([TUESDAY, FRIDAY], '2026-12-03T12:00:00.000Z');
    for (const [now, count] of [
      ['2026-11-30T09:29:00Z', 2],
      ['2026-11-30T09:30:00Z', 3],
      ['2026-12-02T09:29:00Z', 3],
      ['2026-12-02T09:30:00Z', 4],
    ] as const) {
      await at(now);
      expect(told(lead), now).toEqual([count]);
    }
  });
});
