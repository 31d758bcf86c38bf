import { expect, it } from 'vitest';
import { remembered } from '../../src/slack/remembered.ts';

it('what was learnt of people who are long gone does not pile up', async () => {
  let now = 0;
  const asked: string[] = [];
  const people = remembered(
    60_000,
    () => new Date(now),
    async (id: string) => asked.push(id),
  );
  await people.get('first');
  now = 60_000;
  for (let n = 0; n < 1_001; n += 1) await people.get(`later ${n}`);
  // The clock goes back to where every answer would still be fresh, had it been kept.
  now = 1;
  for (const id of ['first', 'later 5']) await people.get(id);
  expect(asked.filter((id) => id === 'first' || id === 'later 5')).toEqual(['first', 'later 5', 'first']);
});
