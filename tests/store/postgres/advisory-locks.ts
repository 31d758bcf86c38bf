import { run } from './run.ts';

/** Other tests use the same server. */
const locks = `
  select pid, granted, (classid::bigint << 32) | objid::bigint as key from pg_locks
  where locktype = 'advisory' and database = (select oid from pg_database where datname = current_database())`;

/** The sessions that hold one, or wait for one, in a database. */
export const advisoryLocks = async (url: string, is: 'held' | 'waited for'): Promise<number[]> => {
  const rows = await run(url, `select pid from (${locks}) as lock where granted = ${is === 'held'}`);
  return rows.map(({ pid }) => Number(pid));
};

/** Breaks the connection of whoever holds the lock of this name. */
export const breakLock = async (url: string, name: string): Promise<void> => {
  await run(
    url,
    `select pg_terminate_backend(pid) from (${locks}) as lock
    where granted and key = hashtextextended('soundings: ${name}', 0)`,
  );
};
