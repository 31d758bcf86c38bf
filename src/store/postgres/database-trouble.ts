import type { Client } from 'pg';
import { SetupError } from '../../domain/errors.ts';
import { systemCode } from '../files.ts';

type Place = Pick<Client, 'host' | 'port' | 'database' | 'user'>;

const letIn = ({ user }: Place) =>
  `it does not let ${user} in. Check the user and the password in DATABASE_URL, and that the server's pg_hba.conf lets this machine in`;
const noAnswer = (_: Place, code: string) =>
  `no PostgreSQL answers there (${code}). Start it, or mend the address in DATABASE_URL`;
const busy = (_: Place, code: string) =>
  `the server takes no more connections at the moment (${code}). Wait until it does`;
const ended = (_: Place, code: string) =>
  `the server ended the connection (${code}). See in its log why, wait until it answers`;

const causes: Record<string, (place: Place, code: string) => string> = {
  '28P01': letIn,
  '28000': letIn,
  '3D000': ({ database }) =>
    `there is no such database. Make it (createdb ${database}), or name another in DATABASE_URL`,
  '42501': ({ user, database }) =>
    `${user} has no right to do there what Soundings must do. Give it the right (GRANT CREATE ON DATABASE "${database}" TO "${user}"), or make a schema soundings that is its own`,
  '53300': busy,
  '57P01': ended,
  '57P02': ended,
  '57P03': busy,
  ECONNREFUSED: noAnswer,
  ECONNRESET: noAnswer,
  EAI_AGAIN: noAnswer,
  EHOSTUNREACH: noAnswer,
  ENETUNREACH: noAnswer,
  ENOENT: noAnswer,
  ENOTFOUND: noAnswer,
  ETIMEDOUT: noAnswer,
};

/** Some of the driver's errors have no code but a fixed wording, in which there is nothing of the address. */
const withoutCode = (place: Place, { message }: Error): string => {
  if (message.includes('password')) return letIn(place);
  if (message.includes('timeout')) return noAnswer(place, 'no answer in time');
  return `the connection fails (${message}). Mend that`;
};

/** A failure at the start, said to the database's keeper, without the password; a SetupError, or a bug of ours, stays as it is. */
export const databaseTrouble = (place: Place, error: unknown): unknown => {
  if (!(error instanceof Error) || error instanceof SetupError) return error;
  const code = systemCode(error);
  if (code === '' && error.name !== 'Error') return error;
  const say = causes[code] ?? (() => `it says ${code}. Mend that`);
  const cause = code === '' ? withoutCode(place, error) : say(place, code);
  return new SetupError(
    `The database ${place.database} at ${place.host}:${place.port} cannot be used: ${cause}, and start again.`,
    { cause: error },
  );
};
