import { mkdtempSync } from 'node:fs';
import { readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

/** An empty folder that goes when the test is done. */
export const freshFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'soundings-store-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
};

/** Every file below a folder by its path, with its bytes. */
export const bytesBelow = async (folder: string): Promise<Map<string, string>> => {
  const bytes = new Map<string, string>();
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    bytes.set(path, entry.isFile() ? (await readFile(path)).toString('hex') : 'not a file');
  }
  return bytes;
};
