import { execFileSync } from 'node:child_process';
import { arch, cpus, loadavg, platform, release, tmpdir, totalmem } from 'node:os';

/** What a reader must know to compare one run with another. */
export const machine = () => ({
  at: new Date().toISOString(),
  node: process.version,
  system: `${platform()} ${release()} ${arch()}`,
  processors: `${cpus().length} × ${cpus()[0]?.model.trim() ?? 'unknown'}`,
  memoryGb: Math.round(totalmem() / 1024 ** 3),
  /** Of the folder that the stores are in: a memory disk would make every sync free. */
  disk: diskOf(tmpdir()),
  /** Processes that wanted to run, over the last minute. Above the number of processors, times are too long. */
  loadBefore: shortLoad(),
});

export const shortLoad = (): number => Number((loadavg()[0] ?? Number.NaN).toFixed(2));

const diskOf = (folder: string): string => {
  try {
    const lines = execFileSync('df', ['-PT', folder], { encoding: 'utf8' }).trim().split('\n');
    return lines.at(-1)?.split(/\s+/)[1] ?? 'unknown';
  } catch {
    return 'unknown';
  }
};
