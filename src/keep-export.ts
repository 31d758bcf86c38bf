import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Writes documents into a folder, each whole or not at all; the name must be a plain file name. `newId` is never the same twice. */
export const exportKeeper =
  (folder: string, newId: () => string) =>
  async (fileName: string, content: string): Promise<string> => {
    if (!/^[a-z0-9][a-z0-9.-]*$/.test(fileName))
      throw new Error('An export was given a name that is no plain file name.');
    await mkdir(folder, { recursive: true });
    const path = join(folder, fileName);
    const unfinished = join(folder, `.${newId()}.tmp`);
    try {
      await writeFile(unfinished, content);
      await rename(unfinished, path);
    } catch (error) {
      await rm(unfinished, { force: true });
      throw error;
    }
    return path;
  };
