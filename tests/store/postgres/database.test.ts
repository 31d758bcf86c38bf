import { expect, it, onTestFinished } from 'vitest';
import { openDatabase } from '../../../src/store/postgres/database.ts';
import { statement } from '../../../src/store/postgres/statement.ts';
import { eventually } from '../../eventually.ts';
import { freshDatabase } from './fresh-database.ts';
import { run } from './run.ts';

const vote = statement('vote', 'insert into votes values (1)');
const whoAmI = statement<{ id: number }>('who am I', 'select pg_backend_pid() as id');

const openWithVotes = async () => {
  const url = await freshDatabase();
  await run(url, 'create table votes (vote integer)');
  const database = openDatabase(url);
  onTestFinished(database.end);
  return { url, database, votes: () => run(url, 'select vote from votes') };
};

it('work that throws in the middle of a transaction leaves nothing of it, and the next finds a connection', async () => {
  const { database, votes } = await openWithVotes();
  const broken = database.transaction('', async (query) => {
    await query(vote);
    throw new Error('on second thoughts');
  });
  await expect(broken).rejects.toThrow('on second thoughts');
  expect(await votes()).toEqual([]);
  await database.transaction('', (query) => query(vote));
  expect(await votes()).toEqual([{ vote: 1 }]);
});

it('a connection that breaks while a transaction has it, and asks nothing of it, fails that transaction only', async () => {
  const { url, database, votes } = await openWithVotes();
  const broken = database.transaction('', async (query) => {
    await query(vote);
    const [me] = await query(whoAmI);
    await run(url, `select pg_terminate_backend(${me?.id})`);
    await eventually(async () =>
      expect(await run(url, `select from pg_stat_activity where pid = ${me?.id}`)).toEqual([]),
    );
    await query(vote);
  });
  await expect(broken).rejects.toThrow();
  expect(await votes()).toEqual([]);
  await database.query(vote);
  expect(await votes()).toEqual([{ vote: 1 }]);
});
