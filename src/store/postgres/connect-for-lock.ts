import type { Client } from 'pg';
import { clientFor } from './connect.ts';

/** Longer than the server waits for a lock. */
const queryMs = 40_000;

/**
 * A lock lives as long as its connection. That of a process which was killed ends at once; of a machine that vanished it ends within
 * a minute, when nothing answers the server any more; of a process that hangs it ends when it asks nothing for `idleFor` (from
 * PostgreSQL 14 on).
 */
const settings = (idleFor: string, patience: string) => `
  set tcp_keepalives_idle = 30;
  set tcp_keepalives_interval = 10;
  set tcp_keepalives_count = 3;
  set lock_timeout = '${patience}';
  select set_config(name, '${idleFor}', false) from pg_settings where name = 'idle_session_timeout'`;

const ignore = () => undefined;

/** A connection to hold a lock by. `idleFor` and `patience`, its waiting for the lock, are times as PostgreSQL writes them. */
export const connectForLock = async (
  databaseUrl: string,
  { idleFor, patience }: { idleFor: string; patience: string },
): Promise<Client> => {
  const client = clientFor(databaseUrl, { keepAlive: true, query_timeout: queryMs });
  // It may break while nothing is asked of it; without a listener that would end the process.
  client.on('error', ignore);
  try {
    await client.connect();
    await client.query(settings(idleFor, patience));
    return client;
  } catch (error) {
    letGo(client);
    throw error;
  }
};

/** Closes the connection, and so lets go of its lock; does not wait for a server that is gone. */
export const letGo = (client: Client): void => {
  client.end().catch(ignore);
};
