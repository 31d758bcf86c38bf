import { mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises';

/** What the store does with a disk: a parameter, so that a test can fill the disk up. */
export type Files = {
  mkdir: typeof mkdir;
  open: typeof open;
  readdir: typeof readdir;
  readFile: typeof readFile;
  rename: typeof rename;
  rm: typeof rm;
};

/** The disk itself. */
export const diskFiles: Files = { mkdir, open, readdir, readFile, rename, rm };

/** The system's code of a failed file operation ("ENOSPC"), or nothing. */
export const systemCode = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
