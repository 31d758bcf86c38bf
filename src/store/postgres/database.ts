import { type ClientBase, Pool } from 'pg';
import type { Statement } from './statement.ts';

const mostConnections = 10;
/** Long enough for a burst to wait for a free connection, and for a server to be slow. */
const connectMs = 10_000;
/** What takes longer has lost its server: better an error, after which Slack sends again, than waiting for ever. */
const queryMs = 30_000;

export type Query = <Row>(statement: Statement<Row>, values?: readonly unknown[]) => Promise<Row[]>;

/** A PostgreSQL database, by as many connections as are needed; one that breaks is replaced at the next need. */
export type Database = {
  /** Resolves once the server has committed it. */
  query: Query;
  /** Does a piece of work on one connection, as a whole or not at all. `mode` is what BEGIN may be told. */
  transaction<T>(mode: string, work: (query: Query) => Promise<T>): Promise<T>;
  /** Lets go of every connection once it is free. */
  end(): Promise<void>;
};

const queryOn =
  (connection: Pick<ClientBase, 'query'>): Query =>
  async ({ name, text }, values = []) =>
    (await connection.query({ name, text, values: [...values] })).rows;

/** A server, a database or a user may have other defaults than those that the store's promises rest on. */
const settings = `
  set default_transaction_isolation to 'read committed';
  select set_config('synchronous_commit', 'on', false) where current_setting('synchronous_commit') = 'off'`;

const ignore = () => undefined;

/** Connects at the first query, not before. */
export const openDatabase = (databaseUrl: string): Database => {
  const pool = new Pool({
    connectionString: databaseUrl,
    fallback_application_name: 'soundings',
    max: mostConnections,
    connectionTimeoutMillis: connectMs,
    query_timeout: queryMs,
    keepAlive: true,
    onConnect: (client) => client.query(settings),
  });
  // A connection may break while nothing is asked of it; without a listener that would end the process.
  pool.on('error', ignore);
  pool.on('connect', (client) => client.on('error', ignore));
  return {
    query: queryOn(pool),
    transaction: async (mode, work) => {
      const client = await pool.connect();
      try {
        await client.query(`begin ${mode}`);
        const result = await work(queryOn(client));
        await client.query('commit');
        client.release();
        return result;
      } catch (error) {
        // Closes the connection, and with it the transaction.
        client.release(true);
        throw error;
      }
    },
    end: () => pool.end(),
  };
};
