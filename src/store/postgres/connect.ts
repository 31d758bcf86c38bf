import { Client, type ClientConfig } from 'pg';
import type { SetupError } from '../../domain/errors.ts';
import { systemCode } from '../files.ts';
import { filesNamedIn, isPostgresAddress, isWholeAddress } from './address.ts';
import { databaseTrouble } from './database-trouble.ts';
import { notAnAddress, unreadableFile } from './setup-errors.ts';

const connectMs = 10_000;

/**
 * Not connected yet. Throws a SetupError for what is no address, names a file that cannot be read, or says neither by itself nor
 * by PGUSER and PGDATABASE who and where to.
 */
export const clientFor = (connectionString: string, config: ClientConfig = {}): Client => {
  if (!isPostgresAddress(connectionString) || !isWholeAddress(connectionString)) throw notAnAddress();
  const client = newClient(connectionString, config);
  if (!client.user || !client.database) throw notAnAddress();
  return client;
};

const newClient = (connectionString: string, config: ClientConfig): Client => {
  try {
    return new Client({
      connectionString,
      connectionTimeoutMillis: connectMs,
      application_name: 'soundings',
      ...config,
    });
  } catch (error) {
    throw whyNoClient(connectionString, error);
  }
};

/** The driver reads the files that an address names at once. Its other errors hold the address, with the password in it. */
const whyNoClient = (address: string, error: unknown): SetupError => {
  if (!(error instanceof Error && 'syscall' in error)) return notAnAddress();
  const files = 'path' in error ? String(error.path) : filesNamedIn(address).join(' or ');
  return unreadableFile(files, systemCode(error));
};

/** How a database is called to its keeper: where it is, without user and password. Throws a SetupError for what is no address. */
export const nameOfDatabase = (databaseUrl: string): string => {
  const { database, host, port } = clientFor(databaseUrl);
  return `the database ${database} at ${host}:${port}`;
};

/** A failure at that database, as its keeper is told of it. */
export const troubleAt =
  (databaseUrl: string) =>
  (error: unknown): unknown =>
    databaseTrouble(clientFor(databaseUrl), error);

/** Does work on one connection. What fails is a SetupError that says, without the password, what to mend, or a bug of ours. */
export const onConnection = <T>(databaseUrl: string, work: (client: Client) => Promise<T>): Promise<T> =>
  tellingWhere(databaseUrl, async () => {
    const client = clientFor(databaseUrl);
    // A broken connection is told by the query that it breaks; without a listener it would end the process.
    client.on('error', () => undefined);
    try {
      await client.connect();
      return await work(client);
    } finally {
      await client.end();
    }
  });

/** The same for what is done on any number of connections. */
export const tellingWhere = async <T>(databaseUrl: string, work: () => Promise<T>): Promise<T> => {
  try {
    return await work();
  } catch (error) {
    throw troubleAt(databaseUrl)(error);
  }
};
