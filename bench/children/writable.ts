import { cp, open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Low } from 'lowdb';
import { JSONFile } from 'lowdb/node';
import { Client } from 'pg';
import type { Contribution } from '../../src/domain/contribution.ts';
import { openLowdbStore } from '../../src/store/lowdb-store.ts';
import { openPostgresStore } from '../../src/store/postgres/postgres-store.ts';
import type { Store } from '../../src/store/store.ts';
import { aConsultation } from '../../tests/store/records.ts';

/** Something that contributions can be written to, one call a contribution; resolves when it is as safe as it gets. */
export type Writable = {
  write(one: Contribution): Promise<unknown>;
  /** Takes out what was written since it was filled. */
  shrink(): Promise<void>;
  /** Leaves the disk nothing to do later, when another store is measured. */
  settle?(): Promise<void>;
};

/** Opened with these contributions in it. `place`: a folder, or a database's address. */
type Open = (place: string, filled: Contribution[]) => Promise<Writable>;

const adding = (store: Store) => (one: Contribution) =>
  store.changeContribution(one.consultationId, one, () => one);

const inParts = <T>(list: T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(list.length / size) }, (_, n) => list.slice(n * size, (n + 1) * size));

const fill = async (store: Store, contributions: Contribution[]): Promise<void> => {
  await store.addConsultation(aConsultation());
  for (const part of inParts(contributions, 2_000)) await Promise.all(part.map(adding(store)));
};

const lowdbStore: Open = async (place, filled) => {
  const [kept, used] = [join(place, 'kept'), join(place, 'used')];
  const first = await openLowdbStore(kept);
  await fill(first, filled);
  await first.close();
  const openCopy = async () => {
    await rm(used, { recursive: true, force: true });
    await cp(kept, used, { recursive: true, filter: (path) => !path.endsWith('.sock') });
    return openLowdbStore(used);
  };
  let store = await openCopy();
  return {
    write: (one) => adding(store)(one),
    shrink: async () => {
      await store.close();
      store = await openCopy();
    },
  };
};

/** Of the one contribution that is there, of other times: tens of thousands in a moment, as the store would have written them. */
const copies = `
  insert into soundings.contributions (team_id, channel_id, message_ts, consultation_id, record)
  select team_id, channel_id, ts, consultation_id, replace(record::text, message_ts, ts)::json
  from soundings.contributions, unnest($1::text[]) as ts`;

const postgresStore: Open = async (place, filled) => {
  const store = await openPostgresStore(place);
  await fill(store, filled.slice(0, 1));
  const client = new Client(place);
  await client.connect();
  await client.query(copies, [filled.slice(1).map(({ messageTs }) => messageTs)]);
  await client.query('vacuum analyze soundings.contributions');
  const last = filled.at(-1)?.messageTs ?? '0';
  return {
    write: adding(store),
    shrink: async () => {
      await client.query('delete from soundings.contributions where message_ts::numeric > $1::numeric', [
        last,
      ]);
    },
  };
};

/** lowdb as its own documentation has it: one file, written whole, never synced. */
const plainLowdb: Open = async (place, filled) => {
  const path = join(place, 'db.json');
  const low = new Low(new JSONFile<{ contributions: Contribution[] }>(path), {
    contributions: filled,
  });
  await low.write();
  return {
    write: (one) => low.update(({ contributions }) => contributions.push(one)),
    shrink: async () => void low.data.contributions.splice(filled.length),
    settle: async () => {
      const file = await open(path, 'r+');
      await file.sync();
      await file.close();
    },
  };
};

/** The little of better-sqlite3 that is used here; it is in no package.json. */
type Sqlite = new (
  path: string,
) => {
  pragma(text: string): unknown;
  exec(text: string): unknown;
  prepare(text: string): { run(...values: unknown[]): unknown };
};

const betterSqlite3: Open = async (place, filled) => {
  const name = 'better-sqlite3';
  const { default: Database } = (await import(name)) as { default: Sqlite };
  const database = new Database(join(place, 'store.db'));
  database.pragma('journal_mode = WAL');
  database.pragma('synchronous = FULL');
  database.exec('create table contributions (key text primary key, record text not null)');
  const insert = database.prepare('insert or replace into contributions values (?, ?)');
  const write = async (one: Contribution) =>
    insert.run(`${one.teamId} ${one.channelId} ${one.messageTs}`, JSON.stringify(one));
  database.exec('begin');
  for (const one of filled) await write(one);
  database.exec('commit');
  const last = filled.length;
  return {
    write,
    shrink: async () => void database.exec(`delete from contributions where rowid > ${last}`),
  };
};

export const kinds = { lowdbStore, postgresStore, plainLowdb, betterSqlite3 } as const;
export type StoreKind = keyof typeof kinds;
