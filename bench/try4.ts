import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { once } from 'node:events';
import { serve } from '../src/practice/http-server.ts';
import { startChild, stopChildren } from './child.ts';
import { startOffice, settingsFor, temporaryFolder, cleanUp } from './office.ts';
import { commandParcels } from './parcels.ts';
import { builtFile } from './build.ts';
const office = await startOffice([]);
const settings = settingsFor(office.workspace, await temporaryFolder());
const app = spawn(process.execPath, ['--cpu-prof','--cpu-prof-dir=/tmp/prof', builtFile('bench/children/soundings.ts')], { env: {PATH: process.env.PATH, ...settings}, stdio:['ignore','pipe','inherit'] });
const [line] = await once(createInterface(app.stdout!), 'line');
const port = /port (\d+)/.exec(String(line))![1];
const sink = await serve(async () => ({ status: 200, body: { ok: true } }));
const callers = startChild('bench/children/callers.ts');
for (let i=0;i<3;i++) {
const parcels = await commandParcels(office, { line: '/soundings help', count: 4000, responseUrl: sink.url });
console.log(await callers.ask('flatOut', { url: `http://127.0.0.1:${port}/slack/events`, signingSecret: office.workspace.signingSecret, callers: 32, parcels }));
}
app.kill('SIGTERM'); await once(app,'exit');
await sink.stop(); await stopChildren(); await cleanUp();
