import { build } from './build.ts';
import { startChild, stopChildren } from './child.ts';
import { startOffice, settingsFor, temporaryFolder, cleanUp } from './office.ts';
import { startApp } from './start-app.ts';
import { commands } from './sections/commands.ts';
import { table } from './table.ts';
build();
const office = await startOffice([]);
const settings = settingsFor(office.workspace, await temporaryFolder());
const soundings = await startApp('bench/children/soundings.ts', settings);
const bareBolt = await startApp('bench/children/bare-bolt.ts', settings);
const callers = startChild('bench/children/callers.ts');
try { const f = await commands({office, callers, soundings, bareBolt}); console.log(table(f)); console.log(f.map(x=>x.more)); }
finally { await stopChildren(); await cleanUp(); }
