import { readdir, readFile, stat } from 'node:fs/promises';
import { join, relative } from 'node:path';
import type { Exports } from './export/exports.ts';
import { diskFiles, type Files, systemCode } from './store/files.ts';
import { makeFolder, removeDurably, replaceDurably } from './store/write-durably.ts';

/** The folder of the documents that were made, each there whole or not at all. `newId` is never the same twice. */
export function keptExports(folder: string, newId: () => string, files: Files = diskFiles): Exports {
  async function keep(fileName: string, content: string): Promise<string> {
    if (!/^[a-z0-9][a-z0-9.-]*$/.test(fileName))
      throw new Error('An export was given a name that is no plain file name.');
    await makeFolder(folder, files);
    const path = join(folder, fileName);
    await replaceDurably(path, content, join(folder, `.${newId()}.tmp`), files);
    return path;
  }

  async function list(): Promise<string[]> {
    const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(nothingIfGone([]));
    const files = entries.filter((entry) => entry.isFile());
    return files.map(({ parentPath, name }) => relative(folder, join(parentPath, name))).toSorted();
  }

  const isThere = async (fileName: string) => (await list()).includes(fileName);

  return {
    keep,
    list,
    async read(fileName) {
      if (!(await isThere(fileName))) return null;
      return readFile(join(folder, fileName), 'utf8').catch(nothingIfGone(null));
    },
    async remove(fileName) {
      if (!(await isThere(fileName))) return false;
      await removeDurably(join(folder, fileName), files);
      return true;
    },
  };
}

/**
 * Clears away what killed processes had not finished. `isLeft` tells it, by when it was last written to, from what others who
 * share the folder are writing now.
 */
export async function removeUnfinished(
  folder: string,
  { list, remove }: Exports,
  isLeft: (writtenAt: Date) => boolean,
): Promise<void> {
  for (const name of await list()) {
    if (!/^\.[^/]*\.tmp$/.test(name)) continue;
    const found = await stat(join(folder, name)).catch(nothingIfGone(null));
    if (found !== null && isLeft(found.mtime)) await remove(name);
  }
}

const nothingIfGone =
  <Nothing>(nothing: Nothing) =>
  (error: unknown): Nothing => {
    if (systemCode(error) === 'ENOENT') return nothing;
    throw error;
  };
