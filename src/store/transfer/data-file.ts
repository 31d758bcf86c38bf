import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { z } from 'zod';
import { SetupError } from '../../domain/errors.ts';
import { diskFiles, systemCode } from '../files.ts';
import { syncFolder } from '../write-durably.ts';
import { createCheck, lineOf, type Tally } from './check-records.ts';
import { foundAs, type Take } from './stored-record.ts';

const headerSchema = z.strictObject({ format: z.literal('soundings data'), schemaVersion: z.number().int() });
const header = { format: 'soundings data', schemaVersion: 1 } as const satisfies z.infer<typeof headerSchema>;
const endSchema = z.strictObject({
  end: z.strictObject({ counts: z.record(z.string(), z.number()), sha256: z.string() }),
});

/** For the user that runs this alone: it holds everybody's words. */
const mode = 0o600;

/**
 * Writes all records that `read` gives into a new file: a line that says what it is, a line a record, a line with their number and
 * hash, by which one that was cut short is told. Leaves no file when it cannot be finished or `read` comes upon a problem.
 */
export const writeDataFile = async (
  file: string,
  read: (take: Take) => Promise<void>,
  files = diskFiles,
): Promise<Tally> => {
  const handle = await files.open(file, 'wx', mode).catch(fileTrouble(file));
  const check = createCheck();
  try {
    await handle.appendFile(`${JSON.stringify(header)}\n`);
    await read(async (found) => {
      const problem = check.problemOf(found);
      if (problem !== null || 'problem' in found) throw new SetupError(`${problem} Nothing was written.`);
      // Told here, or the store that is read would take it for a failure of its own.
      await handle.appendFile(lineOf(found.stored)).catch(fileTrouble(file));
    });
    await handle.appendFile(`${JSON.stringify({ end: check.tally() })}\n`);
    await handle.sync();
    await syncFolder(dirname(resolve(file)), files);
    return check.tally();
  } catch (error) {
    await files.rm(file, { force: true });
    return fileTrouble(file)(error);
  } finally {
    await handle.close();
  }
};

/**
 * Reads such a file, also one of an earlier version, whose records may lack fields of today's: it is held against its last line as it
 * stands. What is wrong with it is told as any other problem; of the lines after its end nothing is read.
 */
export const readDataFile = async (file: string, take: Take): Promise<void> => {
  const hash = createHash('sha256');
  let number = 0;
  for await (const text of linesOf(file)) {
    const line = fromJson(text);
    number += 1;
    if (number === 1) refuseOther(file, line);
    else {
      const ended = endSchema.safeParse(line);
      if (ended.success) return tellUnlessSame(ended.data.end.sha256, hash.digest('hex'), file, take);
      hash.update(`${text}\n`);
      await take(foundAs(`${file}, line ${number},`, line));
    }
  }
  await take({ problem: `${file} was cut short: its last line is missing. Take another backup.` });
};

const refuseOther = (file: string, line: unknown): void => {
  const found = headerSchema.safeParse(line);
  if (!found.success) throw new SetupError(`${file} is not a file that \`npm run data -- export\` writes.`);
  if (found.data.schemaVersion > header.schemaVersion)
    throw new SetupError(`${file} was written by a newer version of Soundings. Use that one.`);
};

const tellUnlessSame = async (written: string, read: string, file: string, take: Take): Promise<void> => {
  if (written !== read)
    await take({
      problem: `${file} was changed since it was written: its records are not those that its last line tells of.`,
    });
};

async function* linesOf(file: string): AsyncGenerator<string> {
  let rest = '';
  try {
    for await (const chunk of createReadStream(file, 'utf8')) {
      const lines = `${rest}${chunk}`.split('\n');
      rest = lines.pop() ?? '';
      yield* lines;
    }
  } catch (error) {
    fileTrouble(file)(error);
  }
}

/** null for what is no JSON. */
const fromJson = (line: string): unknown => {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
};

const noRight =
  'cannot be used: access is denied. Give the user that runs this the right to it, or name another file';

const causes: Record<string, string> = {
  EEXIST: 'is there already. Name a new one',
  ENOENT: 'is not there, or its folder is not',
  EACCES: noRight,
  EPERM: noRight,
  ENOSPC: 'could not be written: the disk is full. Make room on it, or name a file on another',
  EDQUOT: 'could not be written: the disk quota is used up. Make room, or name a file elsewhere',
  EROFS: 'cannot be written: its disk is read-only. Name a file elsewhere',
  EISDIR: 'is a folder. Name a file',
};

const fileTrouble =
  (file: string) =>
  (error: unknown): never => {
    const code = systemCode(error);
    if (code === '' || error instanceof SetupError) throw error;
    throw new SetupError(
      `${resolve(file)} ${causes[code] ?? `cannot be used: the system says ${code}. Mend that, or name another file`}.`,
      { cause: error },
    );
  };
