import { writeSync } from 'node:fs';
import { startServer } from './server.ts';

// A process of its own, made to be killed while it holds a server.
const server = await startServer();
writeSync(1, `${server.url}\n`);
setInterval(() => undefined, 60_000);
