import type { Client } from 'pg';
import { findTables } from '../postgres/check-database.ts';
import { onConnection, tellingWhere } from '../postgres/connect.ts';
import { openDatabase, type Query } from '../postgres/database.ts';
import { countApplied } from '../postgres/migrate.ts';
import { migrations, type recordTables } from '../postgres/migrations.ts';
import { newerDatabase, noStoreInDatabase, olderDatabase } from '../postgres/setup-errors.ts';
import { statement } from '../postgres/statement.ts';
import { foundAs, type RecordKind, recordKinds, type StoredRecord, type Take } from './stored-record.ts';

type Source = { table: (typeof recordTables)[number]; columns: string; order: string };

/** Where each kind is, what is beside it to look it up by, and the order in which the embedded store lists it too. */
const sources: Record<RecordKind, Source> = {
  consultation: {
    table: 'consultations',
    columns: `id, team_id, channel_id, array_to_string(thread_ts, ' '),
      to_char(opened_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`,
    order: 'id',
  },
  lastExport: { table: 'last_exports', columns: 'consultation_id', order: 'consultation_id' },
  reminders: {
    table: 'reminders',
    columns: 'consultation_id, user_id',
    order: 'consultation_id, user_id',
  },
  contribution: {
    table: 'contributions',
    columns: 'consultation_id, team_id, channel_id, message_ts',
    order: 'consultation_id, message_ts::numeric, channel_id, team_id',
  },
  action: { table: 'actions', columns: 'consultation_id', order: 'consultation_id, id' },
  person: { table: 'people', columns: 'team_id, user_id', order: 'team_id, user_id' },
};

/** The tables that are read, to be held against those that there are. */
export const tablesRead = Object.values(sources).map(({ table }) => table);

/** What the columns beside a record must say. */
const columnsOf = ({ kind, record }: StoredRecord): string[] => {
  if (kind === 'person') return [record.teamId, record.userId];
  if (kind === 'reminders') return [record.consultationId, record.userId];
  if (kind === 'contribution')
    return [record.consultationId, record.teamId, record.channelId, record.messageTs];
  if (kind !== 'consultation') return [record.consultationId];
  const { id, teamId, channelId, themes, openedAt } = record;
  const threads = themes.flatMap(({ threadTs }) => threadTs ?? []).join(' ');
  return [id, teamId, channelId, threads, new Date(openedAt).toISOString()];
};

/**
 * Reads a store in PostgreSQL as it is at one moment, whatever is written meanwhile, in the order of `recordKinds`.
 * Throws a SetupError when it cannot be reached, is of another version, or is no store.
 */
export const readDatabase = (databaseUrl: string, take: Take): Promise<void> =>
  tellingWhere(databaseUrl, async () => {
    await onConnection(databaseUrl, refuseUnlessOurs);
    const database = openDatabase(databaseUrl);
    try {
      await database.transaction('isolation level repeatable read, read only', (query) =>
        readRows(query, take),
      );
    } finally {
      await database.end();
    }
  });

const refuseUnlessOurs = async (client: Client): Promise<void> => {
  const { tables } = await findTables(client);
  if (tables.length === 0) throw noStoreInDatabase();
  const applied = await countApplied(client, tables);
  if (applied > migrations.length) throw newerDatabase(applied, migrations.length);
  if (applied < migrations.length) throw olderDatabase();
};

/** Reads every row, within a transaction of the caller's. */
export const readRows = async (query: Query, take: Take): Promise<void> => {
  for (const kind of recordKinds) await readTable(query, kind, take);
};

type Row = { columns: string[]; record: string };

const readTable = async (query: Query, kind: RecordKind, take: Take): Promise<void> => {
  const { table, columns, order } = sources[kind];
  const cursor = `every_${kind}`;
  const select = `select array[${columns}] as columns, record::text from soundings.${table} order by ${order}`;
  await query(statement(`declare ${cursor}`, `declare ${cursor} no scroll cursor for ${select}`));
  const next = statement<Row>(`next ${cursor}`, `fetch 200 from ${cursor}`);
  for (let rows = await query(next); rows.length > 0; rows = await query(next))
    for (const row of rows) await take(foundIn(table, kind, row));
};

const foundIn = (table: string, kind: RecordKind, { columns, record }: Row) => {
  const where = `soundings.${table} (${columns.join(' ')})`;
  const found = foundAs(where, { kind, record: JSON.parse(record) });
  const isAsFiled = 'problem' in found || JSON.stringify(columnsOf(found.stored)) === JSON.stringify(columns);
  return isAsFiled ? found : { problem: `${where} holds another record than its columns say.` };
};
