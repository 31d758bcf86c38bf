import { expect, it } from 'vitest';
import { warmUp } from '../src/warm-up.ts';
import { shippedTemplates } from './shipped-templates.ts';

const text =
  'My daughter Aisha, 9 years and 2 months – of Larkhill – waits. Two siblings in Derby do too: 020 7946 0018.';

it('a warm screen finds what a cold one does, and others have had many turns meanwhile', async () => {
  const { screens } = await shippedTemplates();
  const found = () => [...screens.values()].map((screen) => screen(text));
  const cold = found();
  expect(cold.flat().length).toBeGreaterThan(2);
  let turns = 0;
  let isWarm = false;
  const others = () => {
    turns += 1;
    if (!isWarm) setImmediate(others);
  };
  others();
  await warmUp(screens.values());
  isWarm = true;
  expect(turns).toBeGreaterThan(100);
  expect(found()).toEqual(cold);
});
