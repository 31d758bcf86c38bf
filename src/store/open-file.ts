import { Low } from 'lowdb';
import type { z } from 'zod';
import { durableJsonFile } from './durable-json-file.ts';
import type { Files } from './files.ts';
import { type GroupCommit, groupCommit } from './group-commit.ts';
import { deepFreeze } from './seal.ts';
import { shareRepeats } from './share-repeats.ts';

/**
 * A JSON file as it is on the disk, or `absent` when it is not there; saving `absent` itself takes it away. Throws a
 * SetupError that names a bad one.
 */
export const openFile = async <T>(
  path: string,
  schema: z.ZodType<T>,
  absent: T,
  files: Files,
): Promise<GroupCommit<T>> => {
  const low = new Low<T>(durableJsonFile(path, schema, absent, files), absent);
  await low.read();
  if (low.data !== absent) low.data = shareRepeats(low.data);
  deepFreeze(low.data);
  return groupCommit(low);
};

/** A file that is not there yet, and is made by the first save, after `ready`; `absent` is its value until then. */
export const newFile = <T>(
  path: string,
  schema: z.ZodType<T>,
  absent: T,
  files: Files,
  ready: () => Promise<void> = async () => undefined,
): GroupCommit<T> => {
  const file = durableJsonFile(path, schema, absent, files);
  let made = false;
  const write = async (data: T) => {
    if (!made) await ready();
    await file.write(data);
    made = true;
  };
  return groupCommit(new Low<T>({ read: file.read, write }, absent));
};
