import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import type { ConsultationRecord } from '../src/compile/record.ts';
import type { Workspace } from '../src/practice/workspace.ts';
import { MARKS } from '../src/slack/read-message.ts';
import { openLowdbStore } from '../src/store/lowdb-store.ts';
import { openPostgresStore } from '../src/store/postgres/postgres-store.ts';
import type { Store } from '../src/store/store.ts';
import { inventedRecord } from './invented-record.ts';
import { makeDatabase } from './make-database.ts';
import { type Office, openedThreads, settingsFor, startOffice, temporaryFolder } from './office.ts';
import { seed } from './seed.ts';

export const CONTRIBUTIONS = 10_000;
const THREADS = 4;
/** What Slack gives of a thread at once. */
const PAGE_SIZE = 200;
/** Of all threads. */
export const PAGES = THREADS * Math.ceil(CONTRIBUTIONS / THREADS / PAGE_SIZE);

/** A workspace where people said 10,000 things long ago, which the app has recorded and marked. */
export type LargeOffice = {
  office: Office;
  threads: string[];
  /** For an app on a copy of its own of the record, in a folder. */
  settings(): Promise<Record<string, string>>;
  /** The same record once more, in a database. */
  databaseUrl: string;
};

export const largeOffice = async (server: string): Promise<LargeOffice> => {
  const office = await startOffice([]);
  const setting = openedThreads(office);
  const record = said(office, await inventedRecord(CONTRIBUTIONS, setting));
  const kept = join(await temporaryFolder(), 'kept');
  const databaseUrl = await makeDatabase(server, 'soundings_bench_events');
  const filled = async (store: Store) => {
    await seed(store, record);
    await store.close();
  };
  await Promise.all([openLowdbStore(kept).then(filled), openPostgresStore(databaseUrl).then(filled)]);
  const settings = async () => {
    const dataDir = join(await temporaryFolder(), 'data');
    await cp(kept, dataDir, { recursive: true, filter: (path) => !path.endsWith('.sock') });
    return settingsFor(office.workspace, dataDir);
  };
  return { office, threads: setting.threads.map(({ threadTs }) => threadTs), settings, databaseUrl };
};

/** The record as people said it in the stand-in's threads. */
const said = ({ workspace, people, lead, channel }: Office, record: ConsultationRecord) => ({
  ...record,
  contributions: record.contributions.map((one, nth) => {
    const author = people[nth % people.length] ?? lead;
    const messageTs = author.replies(channel, one.threadTs, one.text);
    workspace.bearsMark(channel, messageTs, MARKS.recorded);
    return { ...one, messageTs, authorId: author.id };
  }),
});

/** From now on: resolves when so many pages of threads were asked for. */
export const pagesRead = (workspace: Workspace, pages: number) => {
  const asked = () => workspace.calls('conversations.replies').length;
  const before = asked();
  return () => workspace.until(() => asked() >= before + pages, 'the threads to be read', 60_000);
};
