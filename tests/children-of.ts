import { readFileSync } from 'node:fs';

/** The processes that the main thread of one has started and that have not ended, by id (Linux only). */
export const childrenOf = (pid: number): number[] =>
  readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ').filter(Boolean).map(Number);
