import { randomBytes } from 'node:crypto';
import { inject } from 'vitest';
import { run } from './run.ts';

/** A name that no other run has given. */
export const freshName = (): string => `${inject('databasePrefix')}${randomBytes(6).toString('hex')}`;

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

/** Goes when the run ends. */
let ofThisWorker: ReturnType<typeof makeDatabase> | undefined;

/** The address of a database with nothing in it, the same for all tests of a worker: to make one takes its time. */
export const freshDatabase = async (): Promise<string> => {
  ofThisWorker ??= makeDatabase(inject('databaseServer'));
  const { url } = await ofThisWorker;
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
