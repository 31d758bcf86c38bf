import { inspect } from 'node:util';
import { expect, inject, it, onTestFinished } from 'vitest';
import { SetupError } from '../../../src/domain/errors.ts';
import { migrations } from '../../../src/store/postgres/migrations.ts';
import { openPostgresStore } from '../../../src/store/postgres/postgres-store.ts';
import { aConsultation } from '../records.ts';
import { freshDatabase, freshName, makeDatabase, setDefault, withPart } from './fresh-database.ts';
import { opened } from './opened.ts';
import { run } from './run.ts';

const password = 'sesame-opens';

/** What the keeper of the database is told, with all that a log could print of it. */
const refusal = async (url: string): Promise<string> => {
  const error = await openPostgresStore(url).catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(SetupError);
  const everything = inspect(error, { depth: null, showHidden: true });
  for (const secret of [password, new URL(inject('databaseServer')).password]) {
    expect(everything).not.toContain(secret || password);
  }
  return error instanceof SetupError ? error.message : '';
};

const tablesOf = (url: string) =>
  run(url, "select relname from pg_class where relnamespace = to_regnamespace('soundings') order by relname");

/** A user who may do nothing but come in. */
const freshUser = async () => {
  const url = await freshDatabase();
  const name = freshName();
  await run(url, `create role ${name} login password '${password}'`);
  onTestFinished(async () => {
    await run(url, `drop owned by ${name} cascade`, `drop role ${name}`);
  });
  return { url, name, theirs: withPart(url, { username: name, password }) };
};

it('of several that start at once on an empty database, one makes the tables and all open', async () => {
  const url = await freshDatabase();
  const stores = await Promise.all(Array.from({ length: 4 }, () => opened(url)));
  await Promise.all(stores.map((store) => store.addConsultation(aConsultation())));
  expect(await run(url, 'select number from soundings.migrations order by number')).toEqual(
    migrations.map((_, index) => ({ number: index + 1 })),
  );
});

it('the tables of others in the database are not touched', async () => {
  const url = await freshDatabase();
  await run(
    url,
    'create table public.contributions (ours text)',
    "insert into public.contributions values ('x')",
  );
  await (await opened(url)).addConsultation(aConsultation());
  expect(await run(url, 'select * from public.contributions')).toEqual([{ ours: 'x' }]);
});

it('a database of a newer version stops the start and stays as it is', async () => {
  const url = await freshDatabase();
  await (await opened(url)).close();
  await run(url, 'insert into soundings.migrations (number) values (99)', 'drop table soundings.actions');
  const before = await tablesOf(url);
  expect(await refusal(url)).toContain('a newer version of Soundings (its schema is number 99');
  expect(await tablesOf(url)).toEqual(before);
});

it('a schema of our name that is somebody else’s, or has lost a table, stops the start and stays as it is', async () => {
  const url = await freshDatabase();
  await run(url, 'create schema soundings', 'create table soundings.depths (metres integer)');
  expect(await refusal(url)).toContain('holds tables, but not soundings.migrations');
  expect(await tablesOf(url)).toEqual([{ relname: 'depths' }]);
  await run(url, 'drop schema soundings cascade');
  await (await opened(url)).close();
  await run(url, 'drop table soundings.contributions');
  expect(await refusal(url)).toContain('The table soundings.contributions is missing');
});

it('a database that can only be read, or that cannot hold every text, stops the start', async () => {
  const url = await freshDatabase();
  await setDefault(url, 'default_transaction_read_only', 'on');
  expect(await refusal(url)).toContain('can only be read');
  const latin = await makeDatabase(inject('databaseServer'), "encoding 'LATIN1' locale 'C'");
  onTestFinished(latin.drop);
  expect(await refusal(latin.url)).toContain('not in UTF-8');
});

it('a user who may not make the tables is told the right to give, and needs no more than a schema of their own', async () => {
  const { url, name, theirs } = await freshUser();
  expect(await refusal(theirs)).toContain(
    `GRANT CREATE ON DATABASE "${new URL(url).pathname.slice(1)}" TO "${name}"`,
  );
  await run(url, `create schema soundings authorization ${name}`);
  const store = await opened(theirs);
  expect(await store.addConsultation(aConsultation())).toEqual(aConsultation());
  await store.close();
});

it('a user who may not read and write the tables of another is told which', async () => {
  const { url, name, theirs } = await freshUser();
  await (await opened(url)).close();
  await run(
    url,
    `grant usage on schema soundings to ${name}`,
    `grant select on all tables in schema soundings to ${name}`,
  );
  expect(await refusal(theirs)).toMatch(/may not read and write the table soundings\.\w+/);
});

it.each([
  ['no server', { port: '1' }, 'no PostgreSQL answers there (ECONNREFUSED). Start it, or mend the address'],
  ['a wrong password', { password }, 'it does not let'],
  ['no password', { password: '' }, 'it does not let'],
  ['nobody’s name', { username: 'nobody-here', password }, 'it does not let nobody-here in'],
  ['no such database', { pathname: '/nowhere' }, 'there is no such database. Make it (createdb nowhere)'],
])('an address with %s is told as that, and where', async (_, wrong, told) => {
  const url = withPart(await freshDatabase(), wrong);
  const { hostname, port, pathname } = new URL(url);
  const message = await refusal(url);
  expect(message).toContain(
    `The database ${pathname.slice(1)} at ${hostname}:${port} cannot be used: ${told}`,
  );
});

it.each([`mysql://me:${password}@host/x`, password, `postgres://me:${password}@host:door/x`, ''])(
  'what is no address of a PostgreSQL database is refused, and not repeated',
  async (url) => {
    expect(await refusal(url)).toContain('is not one such as postgres://');
  },
);
