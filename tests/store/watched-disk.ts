import { basename } from 'node:path';
import { diskFiles, type Files } from '../../src/store/files.ts';

/** The real disk, with a list of the steps that make a write survive a power cut. */
export const watchedDisk = () => {
  const steps: string[] = [];
  const files: Files = {
    ...diskFiles,
    open: async (path, flags, mode) => {
      const handle = await diskFiles.open(path, flags, mode);
      const sync = handle.sync.bind(handle);
      handle.sync = async () => {
        await sync();
        steps.push(`sync ${basename(String(path))}`);
      };
      return handle;
    },
    rename: async (from, to) => {
      await diskFiles.rename(from, to);
      steps.push(`rename to ${basename(String(to))}`);
    },
  };
  return { steps, files };
};
