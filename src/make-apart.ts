import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { ConsultationRecord } from './compile/record.ts';
import type { ExportFormat } from './domain/export-formats.ts';
import type { MadeDocument } from './export/make-document.ts';

/** What the other process is told to make. */
export type DocumentOrder = { format: ExportFormat; record: ConsultationRecord };

/** Run from the sources, the other process needs what this one has to read TypeScript. */
const [script, execArgv] = import.meta.url.endsWith('.ts')
  ? (['./document-process.ts', ['--import', 'tsx']] as const)
  : (['./document-process.js', []] as const);

/**
 * Makes a document in a process of its own: a large one takes seconds, and Slack is answered in time
 * meanwhile. (A worker thread would do, but cannot be given a TypeScript loader in Node 20.)
 */
export const makeApart = (format: ExportFormat, record: ConsultationRecord): Promise<MadeDocument> =>
  new Promise((resolve, reject) => {
    const order: DocumentOrder = { format, record };
    const file = fileURLToPath(new URL(script, import.meta.url));
    const maker = fork(file, { execArgv: [...execArgv], serialization: 'advanced' });
    maker.once('message', (made: MadeDocument) => resolve(made));
    maker.once('error', reject);
    maker.once('exit', () => reject(new Error('A document was not finished.')));
    maker.send(order);
  });
