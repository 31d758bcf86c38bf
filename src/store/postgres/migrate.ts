import type { ClientBase } from 'pg';
import { checkDatabase, checkTables, findTables } from './check-database.ts';
import { migrations } from './migrations.ts';
import { newerDatabase, othersTables } from './setup-errors.ts';

/** Any number, as long as no other program that uses the database takes the same: "SOUNDING" in ASCII. */
const lockNumber = '6003110622949625415';

/** How many migrations made these tables. Throws a SetupError when they are somebody else's. */
export const countApplied = async (client: ClientBase, tables: readonly string[]): Promise<number> => {
  if (tables.length === 0) return 0;
  if (!tables.includes('migrations')) throw othersTables();
  const applied = await client.query<{ last: number }>(
    'select coalesce(max(number), 0) as last from soundings.migrations',
  );
  return applied.rows[0]?.last ?? 0;
};

const apply = async (client: ClientBase, applied: number): Promise<void> => {
  for (const [index, migration] of migrations.entries()) {
    if (index < applied) continue;
    await client.query(migration);
    await client.query('insert into soundings.migrations (number) values ($1)', [index + 1]);
  }
};

/**
 * Brings the schema `soundings` of the database to this version, as a whole or not at all, and touches no other; of
 * several who start at once one does it and the others wait. Throws a SetupError, everything untouched, for a database
 * of a newer version, for one whose schema `soundings` is somebody else's or is not whole, and for one that cannot keep
 * what the store must keep.
 */
export const migrate = async (client: ClientBase): Promise<void> => {
  await client.query('begin isolation level read committed');
  await client.query('select pg_advisory_xact_lock($1)', [lockNumber]);
  await checkDatabase(client);
  const { isThere, tables } = await findTables(client);
  const applied = await countApplied(client, tables);
  if (applied > migrations.length) throw newerDatabase(applied, migrations.length);
  // Even IF NOT EXISTS asks for the right to create one.
  if (!isThere) await client.query('create schema soundings');
  await apply(client, applied);
  await checkTables(client);
  await client.query('commit');
};
