import { isUtf8 } from 'node:buffer';
import type { Adapter } from 'lowdb';
import type { z } from 'zod';
import { badFile, deniedFile, describeMismatch } from './bad-file.ts';
import { type Files, systemCode } from './files.ts';
import { removeDurably, writeDurably } from './write-durably.ts';

const readBytes = async (path: string, files: Files): Promise<Buffer | null> => {
  try {
    return await files.readFile(path);
  } catch (error) {
    const code = systemCode(error);
    if (code === 'ENOENT') return null;
    if (code === 'EACCES' || code === 'EPERM') throw deniedFile(path, code);
    throw badFile(path, `cannot be read (${code})`);
  }
};

const parseJson = (path: string, bytes: Buffer): unknown => {
  if (bytes.length === 0) throw badFile(path, 'is empty');
  if (!isUtf8(bytes)) throw badFile(path, 'is not a UTF-8 text');
  try {
    return JSON.parse(bytes.toString('utf8'));
  } catch {
    // The parser's own message quotes the file.
    throw badFile(path, 'is not complete JSON: it was cut short or changed by something else');
  }
};

/** Reads a file of ours: null when there is none. Throws a SetupError that names it when it is anything but `schema`. */
export const readJson = async <T>(path: string, schema: z.ZodType<T>, files: Files): Promise<T | null> => {
  const bytes = await readBytes(path, files);
  if (bytes === null) return null;
  const parsed = schema.safeParse(parseJson(path, bytes));
  if (!parsed.success) {
    throw badFile(path, `is not in the form that Soundings writes (${describeMismatch(parsed.error)})`);
  }
  return parsed.data;
};

/** As JSON that a person can read: a list with a line for each of its entries, so that one is found by searching for a word of it. */
const jsonText = (data: unknown): string =>
  Array.isArray(data)
    ? `[\n${data.map((entry) => JSON.stringify(entry)).join(',\n')}\n]\n`
    : `${JSON.stringify(data, null, 2)}\n`;

/**
 * lowdb's adapter for one file that a person can open: what is written is on the disk when `write` resolves
 * (lowdb's own never syncs), and what is read has been checked. `absent` stands for no file: writing that very
 * value takes the file away. One write at a time.
 */
export const durableJsonFile = <T>(
  path: string,
  schema: z.ZodType<T>,
  absent: T,
  files: Files,
): Adapter<T> => {
  let writes = 0;
  return {
    read: () => readJson(path, schema, files),
    write: (data) => {
      if (data === absent) return removeDurably(path, files);
      writes += 1;
      return writeDurably(path, jsonText(data), writes, files);
    },
  };
};
