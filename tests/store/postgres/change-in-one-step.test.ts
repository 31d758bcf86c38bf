import { expect, it, onTestFinished } from 'vitest';
import { beaten, changeInOneStep } from '../../../src/store/postgres/change-in-one-step.ts';
import { openDatabase } from '../../../src/store/postgres/database.ts';
import { statement } from '../../../src/store/postgres/statement.ts';
import { freshDatabase } from './fresh-database.ts';
import { run } from './run.ts';

const lock = { statement: statement('lock', 'select from tally for update'), values: [] };

it('a change that is beaten again and again goes on with the row locked, and gives up rather than go on for ever', async () => {
  const url = await freshDatabase();
  await run(url, 'create table tally (votes integer)', 'insert into tally values (0)');
  const database = openDatabase(url);
  onTestFinished(database.end);
  const isLocked = () =>
    run(url, 'select from tally for update nowait').then(
      () => false,
      () => true,
    );
  const found: boolean[] = [];
  const giveUp = changeInOneStep(database, lock, async () => {
    found.push(await isLocked());
    return beaten;
  });
  await expect(giveUp).rejects.toThrow('changed while it was locked');
  expect(found).toEqual([false, false, false, true, true]);
  expect(await isLocked()).toBe(false);
});
