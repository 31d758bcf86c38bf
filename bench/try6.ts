import { build } from './build.ts';
import { join } from 'node:path';
import { cp } from 'node:fs/promises';
import { startChild, stopChildren } from './child.ts';
import { startOffice, settingsFor, temporaryFolder, cleanUp, openedThreads } from './office.ts';
import { startApp } from './start-app.ts';
import { events } from './sections/events.ts';
import { starting } from './sections/starting.ts';
import { table } from './table.ts';
import { inventedRecord } from './invented-record.ts';
import { seed } from './seed.ts';
import { openLowdbStore } from '../src/store/lowdb-store.ts';
build();
const office = await startOffice([]);
const setting = openedThreads(office);
const record = await inventedRecord(10000, setting);
const folder = join(await temporaryFolder(), 'data');
const store = await openLowdbStore(folder);
let t = performance.now(); await seed(store, record); await store.close(); console.log('seed', performance.now()-t);
office.workspace.failNext('conversations.replies', { error: 'internal_error' }, 4000);
try {
console.log(table(await starting({ empty: settingsFor(office.workspace, await temporaryFolder()), large: settingsFor(office.workspace, folder), contributions: 10000 })));
const soundings = await startApp('bench/children/soundings.ts', settingsFor(office.workspace, folder));
const bareBolt = await startApp('bench/children/bare-bolt.ts', settingsFor(office.workspace, folder));
const callers = startChild('bench/children/callers.ts');
 t = performance.now();
 const f = await events({section: 'ev', office, threads: setting.threads.map(x=>x.threadTs), callers, soundings, bareBolt}); console.log(table(f)); console.log(f.map(x=>x.more), performance.now()-t); }
finally { await stopChildren(); await cleanUp(); }
