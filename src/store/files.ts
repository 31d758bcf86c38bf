import type { StatsFs } from 'node:fs';
import { access, mkdir, open, readdir, readFile, rename, rm, statfs } from 'node:fs/promises';

/** What the store does with a disk: a parameter, so that a test can fill the disk up. */
export type Files = {
  access: typeof access;
  mkdir: typeof mkdir;
  open: typeof open;
  readdir: typeof readdir;
  readFile: typeof readFile;
  rename: typeof rename;
  rm: typeof rm;
  statfs: (path: string) => Promise<Pick<StatsFs, 'blocks' | 'bavail' | 'bsize'>>;
};

/** The disk itself. */
export const diskFiles: Files = { access, mkdir, open, readdir, readFile, rename, rm, statfs };

/** The system's code of a failed file operation ("ENOSPC"), or nothing. */
export const systemCode = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
