import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { ConsultationRecord } from './compile/record.ts';
import type { ExportFormat } from './domain/export-formats.ts';
import type { MadeDocument } from './export/make-document.ts';

/** What the other process is told to make. */
export type DocumentOrder = { format: ExportFormat; record: ConsultationRecord };

/** What it answers: the document, or what went wrong and where, without the error's message, which may quote people. */
export type DocumentAnswer = { made: MadeDocument } | { failed: { name: string; at: string } };

/** Run from the sources, the other process needs what this one has to read TypeScript. */
const [script, execArgv] = import.meta.url.endsWith('.ts')
  ? (['./document-process.ts', ['--import', 'tsx']] as const)
  : (['./document-process.js', []] as const);

/**
 * Makes a document in a process of its own: a large one takes seconds, and Slack is answered in time
 * meanwhile. (A worker thread would do, but cannot be given a TypeScript loader in Node 20.) It has none of the
 * app's settings, cannot write to the log, and is out of reach of a Ctrl-C that is meant for the app.
 * Rejects with an error whose cause says where it went wrong.
 */
export const makeApart = (format: ExportFormat, record: ConsultationRecord): Promise<MadeDocument> =>
  new Promise((resolve, reject) => {
    const order: DocumentOrder = { format, record };
    const maker = fork(fileURLToPath(new URL(script, import.meta.url)), {
      execArgv: [...execArgv],
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
      env: {},
      detached: true,
    });
    maker.once('message', (answer: DocumentAnswer) => {
      if ('made' in answer) resolve(answer.made);
      else reject(new Error('A document could not be made.', { cause: errorThere(answer.failed) }));
    });
    maker.once('error', reject);
    maker.once('exit', () => reject(new Error('A document was not finished.')));
    maker.send(order);
  });

const errorThere = ({ name, at }: { name: string; at: string }): Error =>
  Object.assign(new Error('In the process that makes documents.'), { name, stack: at });
