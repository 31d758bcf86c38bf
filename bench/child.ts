import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { onlyThese } from '../tests/only-these.ts';
import { builtFile, root } from './build.ts';
import type { Answer } from './children/answer-parent.ts';

/** A process of its own, so that nothing else has a share of its event loop or its memory. */
export type Child = {
  /** Has it do something; throws what went wrong there. */
  ask<Result>(name: string, what?: unknown): Promise<Result>;
  /** The first line that it prints. */
  firstLine(): Promise<string>;
  /** What it has in memory now, as the system counts it (resident set), in MB. Linux only; NaN elsewhere. */
  residentMb(): number;
  /** What it has used of the processors since it started (ms, in steps of 10). Linux only; NaN elsewhere. */
  usedMs(): number;
  stop(): Promise<void>;
};

const residentMb = (pid: number): number => {
  try {
    const [, kb] = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
    return Number(kb) / 1024;
  } catch {
    return Number.NaN;
  }
};

/** User and system time are the 14th and 15th; the name before them, in brackets, may hold blanks. */
const usedMs = (pid: number): number => {
  try {
    const [, rest = ''] = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ');
    const [user, system] = rest.split(' ').slice(11, 13);
    return (Number(user) + Number(system)) * 10;
  } catch {
    return Number.NaN;
  }
};

const end = async (child: ChildProcess): Promise<void> => {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  await ended;
};

const running = new Set<ChildProcess>();

/** Starts a built file of the project with these settings and nothing else in its environment. */
export const startChild = (
  source: string,
  env: Record<string, string> = {},
  execArgv: string[] = [],
): Child => {
  const child = fork(builtFile(source), {
    cwd: root,
    // Not the benchmark's own, which has it read TypeScript.
    execArgv,
    serialization: 'advanced',
    env: onlyThese(env),
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  running.add(child);
  let complaints = '';
  child.stderr?.on('data', (chunk) => (complaints = `${complaints}${chunk}`.slice(-4_000)));
  const waiting = new Map<number, (answer: Answer) => void>();
  child.on('message', (answer: Answer) => waiting.get(answer.id)?.(answer));
  const ended = once(child, 'exit').then(([code]) => {
    running.delete(child);
    for (const answer of waiting.values())
      answer({ id: 0, failed: `${source} ended (${code}): ${complaints}` });
  });
  const lines = child.stdout && createInterface(child.stdout);
  let asked = 0;
  return {
    async ask<Result>(name: string, what?: unknown): Promise<Result> {
      asked += 1;
      const id = asked;
      const answered = new Promise<Answer>((resolve) => waiting.set(id, resolve));
      child.send({ id, name, what });
      const answer = await answered;
      waiting.delete(id);
      if ('failed' in answer) throw new Error(answer.failed);
      return answer.result as Result;
    },
    async firstLine() {
      const line = lines && once(lines, 'line').then(([first]) => String(first));
      return Promise.race([
        line ?? '',
        ended.then(() => Promise.reject(new Error(`${source}: ${complaints}`))),
      ]);
    },
    residentMb: () => residentMb(child.pid ?? 0),
    usedMs: () => usedMs(child.pid ?? 0),
    stop: () => end(child),
  };
};

/** For the end, however it comes. */
export const stopChildren = async (): Promise<void> => {
  await Promise.all([...running].map(end));
};
