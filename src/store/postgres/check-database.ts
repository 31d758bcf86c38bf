import type { ClientBase } from 'pg';
import { recordTables } from './migrations.ts';
import { missingTable, noRightTo, readOnlyDatabase, wrongEncoding } from './setup-errors.ts';

const settings = `
  select current_setting('server_encoding') as encoding, current_setting('transaction_read_only') as "readOnly"`;

/** Throws a SetupError for a database that could not hold every text, or in which nothing can be written. */
export const checkDatabase = async (client: ClientBase): Promise<void> => {
  const { rows } = await client.query<{ encoding: string; readOnly: string }>(settings);
  if (rows[0]?.encoding !== 'UTF8') throw wrongEncoding();
  if (rows[0].readOnly === 'on') throw readOnlyDatabase();
};

const schema = `
  select
    to_regnamespace('soundings') is not null as "isThere",
    array(
      select relname::text from pg_class
      where relnamespace = to_regnamespace('soundings') and relkind in ('r', 'p', 'v', 'm', 'f')
    ) as tables`;

/** What is in the schema `soundings`, whoever made it. */
export const findTables = async (client: ClientBase): Promise<{ isThere: boolean; tables: string[] }> => {
  const { rows } = await client.query<{ isThere: boolean; tables: string[] }>(schema);
  return rows[0] ?? { isThere: false, tables: [] };
};

const rights = `
  select name, id is not null as "isThere",
    has_table_privilege(id, 'select') and has_table_privilege(id, 'insert') as "isOurs"
  from (select name, to_regclass('soundings.' || name)::oid as id from unnest($1::text[]) as name) as tables
  order by id is not null`;

/** Throws a SetupError that names a table that is missing, or that this user may not read and write. */
export const checkTables = async (client: ClientBase): Promise<void> => {
  const { rows } = await client.query<{ name: string; isThere: boolean; isOurs: boolean }>(rights, [
    [...recordTables, 'probe'],
  ]);
  for (const { name, isThere, isOurs } of rows) {
    if (!isThere) throw missingTable(name);
    if (!isOurs) throw noRightTo(name);
  }
};
