import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { ConsultationRecord } from './compile/record.ts';
import { UserError } from './domain/errors.ts';
import type { ExportFormat } from './domain/export-formats.ts';
import type { MadeDocument } from './export/make-document.ts';

/** What the other process is told: the record's contributions, some at a time, then what to make of them and the rest. */
export type DocumentOrder =
  | { contributions: ConsultationRecord['contributions'] }
  | { format: ExportFormat; rest: Omit<ConsultationRecord, 'contributions'> };

/**
 * What it answers: the document's text, some at a time, then the rest; or what went wrong and where, without the error's
 * message, which may quote people.
 */
export type DocumentAnswer =
  | { content: string }
  | { made: Omit<MadeDocument, 'content'> }
  | { failed: { name: string; at: string } };

/** The largest record that was measured takes a tenth of it. */
const LIMIT_MS = 60_000;

/** Run from the sources, the other process needs what this one has to read TypeScript. */
const [script, execArgv] = import.meta.url.endsWith('.ts')
  ? (['./document-process.ts', ['--import', 'tsx']] as const)
  : (['./document-process.js', []] as const);

/**
 * Makes a document in a process of its own: a large one takes seconds, and Slack is answered in time
 * meanwhile. (A worker thread would do, but cannot be given a TypeScript loader in Node 20.) It has none of the
 * app's settings, cannot write to the log, and is out of reach of a Ctrl-C that is meant for the app.
 * Rejects with an error whose cause says where it went wrong, or with a UserError when it took longer than the limit,
 * at which the other process is ended.
 */
export const makeApart = (
  format: ExportFormat,
  record: ConsultationRecord,
  limitMs = LIMIT_MS,
): Promise<MadeDocument> =>
  new Promise((resolve, reject) => {
    const signal = AbortSignal.timeout(limitMs);
    const maker = fork(fileURLToPath(new URL(script, import.meta.url)), {
      execArgv: [...execArgv],
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
      env: {},
      detached: true,
      signal,
      // It heeds no other.
      killSignal: 'SIGKILL',
    });
    const content: string[] = [];
    maker.on('message', (answer: DocumentAnswer) => {
      if ('content' in answer) content.push(answer.content);
      else if ('made' in answer) resolve({ ...answer.made, content: content.join('') });
      else reject(new Error('A document could not be made.', { cause: errorThere(answer.failed) }));
    });
    maker.once('error', (cause) => reject(signal.aborted ? new UserError(TOO_LONG, { cause }) : cause));
    let failure: unknown = new Error('A document was not finished.');
    handOver(maker, format, record).catch((error: unknown) => {
      failure = error;
      maker.kill('SIGKILL');
    });
    maker.once('exit', (_code, killedBy) => {
      // It heeds neither; in its first moment it could be reached by one that was meant for the app.
      const isAppToEnd = killedBy === 'SIGINT' || killedBy === 'SIGTERM';
      if (isAppToEnd) resolve(makeApart(format, record, limitMs));
      else reject(failure);
    });
  });

/** To write all of a large record at once would keep everybody else waiting. */
const AT_ONCE = 500;

async function handOver(
  maker: ChildProcess,
  format: ExportFormat,
  { contributions, ...rest }: ConsultationRecord,
): Promise<void> {
  const send = promisify((order: DocumentOrder, sent: (error: Error | null) => void) =>
    maker.send(order, sent),
  );
  for (let at = 0; at < contributions.length; at += AT_ONCE)
    await send({ contributions: contributions.slice(at, at + AT_ONCE) });
  await send({ format, rest });
}

const TOO_LONG =
  'Making this took longer than a minute, so it was broken off and nothing was made. Try again; if it happens again, tell whoever runs Soundings.';

const errorThere = ({ name, at }: { name: string; at: string }): Error =>
  Object.assign(new Error('In the process that makes documents.'), { name, stack: at });
