import { randomBytes } from 'node:crypto';
import { Client } from 'pg';
import { afterAll, inject } from 'vitest';

/** Statements on a database, past the store. Gives the rows of the last one. */
export const run = async (url: string, ...statements: string[]): Promise<Record<string, unknown>[]> => {
  const client = new Client(url);
  await client.connect();
  try {
    let rows: Record<string, unknown>[] = [];
    for (const text of statements) ({ rows } = await client.query(text));
    return rows;
  } finally {
    await client.end();
  }
};

/** A name that no other run has given. */
export const freshName = (): string => `soundings_test_${randomBytes(6).toString('hex')}`;

/** The address with something else in it. */
export const withPart = (
  url: string,
  part: Partial<Record<'pathname' | 'port' | 'username' | 'password', string>>,
) => Object.assign(new URL(url), part).href;

/** What connections to this database start with, from the next one on. */
export const setDefault = async (url: string, setting: string, value: string): Promise<void> => {
  await run(url, `alter database ${new URL(url).pathname.slice(1)} set ${setting} to '${value}'`);
};

/** A new database on a server, and how it goes again. */
export const makeDatabase = async (server: string, options = '') => {
  const name = freshName();
  await run(server, `create database ${name} template template0 ${options}`);
  const drop = async () => {
    await run(server, `drop database ${name} with (force)`);
  };
  return { url: withPart(server, { pathname: name }), drop };
};

let ofThisFile: ReturnType<typeof makeDatabase> | undefined;
afterAll(async () => (await ofThisFile)?.drop());

/** The address of the test file's own database, with nothing in it: to make one for each test takes its time. */
export const freshDatabase = async (): Promise<string> => {
  ofThisFile ??= makeDatabase(inject('databaseServer'));
  const { url } = await ofThisFile;
  await run(
    url,
    'set default_transaction_read_only to off',
    `alter database ${new URL(url).pathname.slice(1)} reset all`,
    'drop schema if exists soundings cascade',
    'drop schema public cascade',
    'create schema public',
  );
  return url;
};
